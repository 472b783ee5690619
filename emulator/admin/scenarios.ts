import { type Behaviour, type Delays, STEADY_STREAM } from "../behaviour.ts";
import type { PlannedFault } from "./fault-plan.ts";

/** A rehearsal: what it changes from normal behaviour. */
export type Scenario = {
  description: string;
  behaviour: Partial<Behaviour>;
  faults: PlannedFault[];
  /** Lays out made-up traffic of the past two weeks. */
  fillsPast?: true;
};

const RATE_EXCEEDED = { type: "ThrottlingException", message: "Rate exceeded", status: 400 };

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
      endpointFailure:
        "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.",
    },
    faults: [],
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
  "broken-stream": {
    description: "Streamed answers break off after three parts.",
    behaviour: { stream: { tokenDelayMs: 0, breakAfterParts: 3 } },
    faults: [],
  },
};

/** What no rehearsal changes. */
export const NORMAL = {
  endpointFailure: null,
  stream: STEADY_STREAM,
  spotInterruption: false,
  // AWS documents no time; people see environments go after some minutes.
  serverlessIdleMs: 300_000,
} as const;

/** The behaviour that a scenario asks for, over the delays that the emulator was started with. */
export function scenarioBehaviour(scenario: Scenario, delays: Delays): Behaviour {
  return { ...delays, ...NORMAL, ...scenario.behaviour };
}
