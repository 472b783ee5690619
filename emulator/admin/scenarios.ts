import { type Behaviour, type Delays, STEADY_STREAM } from "../behaviour.ts";
import type { PlannedFault } from "./fault-plan.ts";
import { RULE_SCENARIOS } from "./rule-scenarios.ts";

/** A rehearsal: what it changes from normal behaviour. */
export type Scenario = {
  description: string;
  behaviour: Partial<Behaviour>;
  faults: PlannedFault[];
  /** Lays out made-up traffic of the past two weeks. */
  fillsPast?: true;
};

const RATE_EXCEEDED = { type: "ThrottlingException", message: "Rate exceeded", status: 400 };

const PING_FAILED =
  "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.";
const OVER_QUOTA = {
  type: "ResourceLimitExceeded",
  message:
    "The account-level service limit 'ml.m5.xlarge for endpoint usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances. Please use AWS Service Quotas to request an increase for this quota.",
  status: 400,
};

/** Named rehearsals for people and tests. `normal` ends whichever runs. */
export const SCENARIOS: Record<string, Scenario> = {
  normal: { description: "Endpoints start as fast as their models load.", behaviour: {}, faults: [] },
  "slow-start": {
    description: "Endpoints take two minutes more to be created or updated.",
    behaviour: { endpointDelayMs: 120_000 },
    faults: [],
  },
  "capacity-error": {
    description: "New and updated endpoints fail: no instance of the type is free.",
    behaviour: {
      endpointFailure:
        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. Please retry using a different ML instance type or after some time.",
    },
    faults: [],
  },
  "health-check-failure": {
    description: "New and updated endpoints fail: the container never answers its health check.",
    behaviour: {
      endpointFailure: PING_FAILED,
    },
    faults: [],
  },
  "image-missing": {
    description: "New and updated endpoints fail: their image was never published.",
    behaviour: {
      endpointFailure:
        "The image '763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:9.9.9-transformers9.9.9-cpu' does not exist.",
    },
    faults: [],
  },
  "out-of-memory": {
    description: "New and updated endpoints fail: the workers of their containers are killed while they load.",
    behaviour: {
      endpointFailure: PING_FAILED,
      endpointFailureLog: [
        "2026-01-15T09:00:11,204 [INFO ] main com.amazonaws.ml.mms.ModelServer - Initialize Inference server with: EpollServerSocketChannel.",
        "2026-01-15T09:00:31,877 [ERROR] epollEventLoopGroup-4-1 com.amazonaws.ml.mms.wlm.WorkerThread - Unknown exception",
        "2026-01-15T09:00:31,880 [WARN ] W-9000-model com.amazonaws.ml.mms.wlm.BatchAggregator - Load model failed: model, error: Worker died.",
      ],
    },
    faults: [],
  },
  "gated-model": {
    description: "New and updated endpoints fail: the Hub does not give them a gated model.",
    behaviour: {
      endpointFailure: PING_FAILED,
      endpointFailureLog: [
        "huggingface_hub.utils._errors.GatedRepoError: 401 Client Error. Cannot access gated repo for url https://huggingface.co/meta-llama/Llama-2-7b-chat-hf/resolve/main/config.json.",
        "Access to model meta-llama/Llama-2-7b-chat-hf is restricted. You must be authenticated to access it.",
      ],
    },
    faults: [],
  },
  "stuck-creating": {
    description: "New and updated endpoints stay as they are for an hour, write no log, and then fail.",
    behaviour: { endpointDelayMs: 3_600_000, endpointFailure: PING_FAILED },
    faults: [],
  },
  "silent-rollback": {
    description: "Updates reach their new fleet, go back to the old one, and give no reason.",
    behaviour: { silentRollback: true },
    faults: [],
  },
  "rollback-failed": {
    description: "The way back of a rolling update fails: the endpoint is left with both fleets.",
    behaviour: {
      rollbackFailure:
        "The rollback failed: unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.",
    },
    faults: [],
  },
  quota: {
    description: "The account may run no instance of an endpoint: the next thousand creations and updates are refused.",
    behaviour: {},
    faults: ["CreateEndpoint", "UpdateEndpoint", "UpdateEndpointWeightsAndCapacities"].map((operation) => ({
      service: "sagemaker",
      operation,
      times: 1_000,
      error: OVER_QUOTA,
      delayMs: 0,
      stream: null,
    })),
  },
  "spot-interruption": {
    description: "Spot capacity is taken away once from each training job that uses it, after its first checkpoint.",
    behaviour: { spotInterruption: true },
    faults: [],
  },
  throttled: {
    description: "The next ten calls to SageMaker's control plane are throttled.",
    behaviour: {},
    faults: [{ service: "sagemaker", operation: "*", times: 10, error: RATE_EXCEEDED, delayMs: 0, stream: null }],
  },
  "slow-api": {
    description: "The next hundred calls to SageMaker's control plane take two seconds longer.",
    behaviour: {},
    faults: [{ service: "sagemaker", operation: "*", times: 100, error: null, delayMs: 2_000, stream: null }],
  },
  "slow-stream": {
    description: "Language models take a fifth of a second for each token.",
    behaviour: { stream: { tokenDelayMs: 200, breakAfterParts: null } },
    faults: [],
  },
  "cold-starts": {
    description: "Serverless endpoints keep nothing ready: each call waits for a cold start of five seconds.",
    behaviour: { serverlessIdleMs: 0, coldStartMs: 5_000 },
    faults: [],
  },
  "sample-traffic": {
    description: "An endpoint sample-traffic has two weeks of made-up metrics behind it.",
    behaviour: {},
    faults: [],
    fillsPast: true,
  },
  "raised-prices": {
    description: "AWS's price list says a tenth more than the prices that come with the console.",
    behaviour: { priceFactor: 1.1 },
    faults: [],
  },
  "broken-stream": {
    description: "Streamed answers break off after three parts.",
    behaviour: { stream: { tokenDelayMs: 0, breakAfterParts: 3 } },
    faults: [],
  },
  ...RULE_SCENARIOS,
};

/** What no rehearsal changes. */
export const NORMAL = {
  endpointFailure: null,
  endpointFailureLog: [] as string[],
  silentRollback: false,
  rollbackFailure: null,
  stream: STEADY_STREAM,
  spotInterruption: false,
  runtimeUsedUp: false,
  spotShortage: false,
  priceFactor: 1,
  jobFailure: null,
  // AWS documents no time; people see environments go after some minutes.
  serverlessIdleMs: 300_000,
} as const;

/** The behaviour that a scenario asks for, over the delays that the emulator was started with. */
export function scenarioBehaviour(scenario: Scenario, delays: Delays): Behaviour {
  return { ...delays, ...NORMAL, ...scenario.behaviour };
}
