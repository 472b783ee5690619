import "server-only";
import { deleteAlarms } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { deleteEndpoint, describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { deleteModel } from "@/lib/aws/sagemaker/models";
import { isOurEndpoint } from "@/lib/deploy/prove-ours";
import { secretValues } from "@/lib/deploy/secrets";
import { endpointInService, endpointIsGone, endpointIsSettled } from "@/lib/deploy/watch-endpoint";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step, StepContext } from "@/lib/operations/kind";
import type { AwsCall } from "@/lib/specification/view";

import { ensureConfig, ensureModel } from "./ensure-like";
import { deleteParked } from "./parked-store";
import { existingParts } from "./restore-existing";
import type { RestorePlan } from "./restore-plan";
import { sendCalls } from "./send-call";

type Context = StepContext<RestorePlan>;
type RestoreStep = Step<RestorePlan>;

const callsOf = ({ calls }: RestorePlan, ...operations: string[]) =>
  calls.filter(({ operation }) => operations.includes(operation));
const nameOf = ({ requests }: RestorePlan) => requests.endpoint.EndpointName;

/** Alarms that an update's rollback names must be there before the endpoint is made with it. */
function alarmsBefore(plan: RestorePlan): AwsCall[] {
  const [endpoint] = callsOf(plan, "CreateEndpoint");
  const named = JSON.stringify(endpoint?.input.DeploymentConfig ?? {});
  return callsOf(plan, "PutMetricAlarm").filter(({ input }) => named.includes(JSON.stringify(input.AlarmName)));
}

const models: RestoreStep = {
  id: "models",
  title: "Models",
  change: {
    permission: "endpoint:deploy",
    target: (plan) =>
      `models ${callsOf(plan, "CreateModel")
        .map(({ input }) => input.ModelName)
        .join(", ")}`,
  },
  run: async ({ workspace, plan }) => {
    for (const call of callsOf(plan, "CreateModel")) await ensureModel(workspace, call);
    return "done";
  },
};

const config: RestoreStep = {
  id: "endpoint-config",
  title: "Endpoint configuration",
  change: {
    permission: "endpoint:deploy",
    target: ({ requests }) => `endpoint configuration ${requests.endpoint.EndpointConfigName}`,
  },
  run: async ({ workspace, plan }) => {
    for (const call of callsOf(plan, "CreateEndpointConfig")) await ensureConfig(workspace, call);
    return "done";
  },
};

const endpoint: RestoreStep = {
  id: "endpoint",
  title: "Endpoint",
  change: { permission: "endpoint:deploy", target: (plan) => `endpoint ${nameOf(plan)}` },
  run: async (context) => {
    const { workspace, plan } = context;
    await sendCalls(workspace, alarmsBefore(plan));
    const found = await look(context);
    if (found === "foreign") {
      throw new AppError("conflict", `There is an endpoint ${nameOf(plan)} already, and this did not make it.`, {
        hint: "Delete it or park it, then retry.",
      });
    }
    if (found === "missing") await sendCalls(workspace, callsOf(plan, "CreateEndpoint"));
    forgetReads(workspace.id);
    return "done";
  },
};

const inService: RestoreStep = { id: "in-service", title: "Container starting", change: null, run: endpointInService };

const weights: RestoreStep = {
  id: "weights",
  title: "Traffic",
  change: { permission: "endpoint:deploy", target: (plan) => `traffic of ${nameOf(plan)}` },
  run: async ({ workspace, plan }) => {
    await sendCalls(workspace, callsOf(plan, "UpdateEndpointWeightsAndCapacities"));
    forgetReads(workspace.id);
    return "done";
  },
};

const inServiceAgain: RestoreStep = { ...inService, id: "in-service-again", title: "In service" };

const scalingAndAlarms: RestoreStep = {
  id: "scaling-and-alarms",
  title: "Scaling and alarms",
  change: { permission: "endpoint:deploy", target: (plan) => `scaling and alarms of ${nameOf(plan)}` },
  run: async ({ workspace, plan }) => {
    const before = new Set(alarmsBefore(plan));
    const calls = plan.calls.filter((call) => call.service !== "sagemaker" && !before.has(call));
    await sendCalls(workspace, calls);
    forgetReads(workspace.id);
    return "done";
  },
};

const restored: RestoreStep = {
  id: "restored",
  title: "Restored",
  change: null,
  run: async ({ workspace, plan }) => {
    await deleteParked(workspace.id, plan.parkedId);
    return "done";
  },
};

const settled: RestoreStep = {
  id: "settled",
  title: "Wait until the endpoint can be deleted",
  change: null,
  run: endpointIsSettled,
};

const removeEndpoint: RestoreStep = {
  id: "remove-endpoint",
  title: "Delete the endpoint",
  change: { permission: "endpoint:delete", target: (plan) => `endpoint ${nameOf(plan)}` },
  run: async (context) => {
    if ((await look(context)) === "ours") await unlessGone(deleteEndpoint(context.workspace, nameOf(context.plan)));
    forgetReads(context.workspace.id);
    return "done";
  },
};

const clearFailed: RestoreStep = {
  ...removeEndpoint,
  id: "remove-failed-endpoint",
  title: "Delete the failed endpoint",
  run: async (context) => {
    const { status } = (await found(context)) ?? {};
    return status === "Failed" ? removeEndpoint.run(context) : "done";
  },
};

const goneAgain: RestoreStep = { id: "gone", title: "Endpoint gone", change: null, run: endpointIsGone };

const removeParts: RestoreStep = {
  id: "remove-parts",
  title: "Delete the alarms, the configuration and the models",
  change: { permission: "endpoint:delete", target: (plan) => `configuration, models and alarms of ${nameOf(plan)}` },
  run: async ({ workspace, plan }) => {
    const { there, requests } = plan;
    const alarms = callsOf(plan, "PutMetricAlarm").map(({ input }) => String(input.AlarmName));
    await deleteAlarms(
      workspace,
      alarms.filter((name) => !there.alarms.includes(name)),
    );
    if (!there.config) await unlessGone(deleteEndpointConfig(workspace, requests.endpoint.EndpointConfigName));
    for (const { input } of callsOf(plan, "CreateModel")) {
      const name = String(input.ModelName);
      if (!there.models.includes(name)) await unlessGone(deleteModel(workspace, name));
    }
    forgetReads(workspace.id);
    return "done";
  },
};

const MAKE = [models, config, endpoint, inService];
const CLEAR_FAILED = [settled, clearFailed, goneAgain];
const REMOVE = [settled, removeEndpoint, goneAgain, removeParts];

/** Making a parked endpoint again as it was, under its name. Every step finds what an earlier run of it made. */
export const restoreKind: OperationKind<RestorePlan> = {
  steps: [
    ...MAKE,
    weights,
    inServiceAgain,
    scalingAndAlarms,
    restored,
    settled,
    removeEndpoint,
    clearFailed,
    goneAgain,
    removeParts,
  ],
  make: MAKE,
  more: (plan) => ({
    first: [],
    last: [
      ...(callsOf(plan, "UpdateEndpointWeightsAndCapacities").length > 0 ? [weights, inServiceAgain] : []),
      ...(plan.calls.some(({ service }) => service !== "sagemaker") ? [scalingAndAlarms] : []),
      restored,
    ],
    removedLast: [],
  }),
  retry: (failed) => (failed === inService.id ? [...CLEAR_FAILED, ...MAKE] : MAKE),
  remove: REMOVE,
  existing: existingParts,
  secrets: ({ calls }) => calls.flatMap(environmentSecrets),
};

async function found({ workspace, plan }: Context) {
  forgetReads(workspace.id);
  try {
    return await describeEndpoint(workspace, nameOf(plan));
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  }
}

async function look(context: Context): Promise<"ours" | "foreign" | "missing"> {
  const there = await found(context);
  if (!there) return "missing";
  return isOurEndpoint(context.plan.requests.endpoint, there, context.startedAt) ? "ours" : "foreign";
}

async function unlessGone(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "not-found") throw cause;
  }
}

function environmentSecrets({ input }: AwsCall): string[] {
  const containers = [input.PrimaryContainer, ...((input.Containers as unknown[] | undefined) ?? [])];
  return containers.flatMap((each) =>
    secretValues((each as { Environment?: Record<string, string> } | undefined)?.Environment ?? {}),
  );
}
