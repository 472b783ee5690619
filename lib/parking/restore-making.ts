import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { endpointInService } from "@/lib/deploy/watch-endpoint";
import { AppError } from "@/lib/errors";
import type { AwsCall } from "@/lib/specification/view";

import { ensureConfig, ensureModel } from "./ensure-like";
import { deleteParked } from "./parked-store";
import { callsOf, lookAtEndpoint, nameOf, type RestoreStep } from "./restore-context";
import type { RestorePlan } from "./restore-plan";
import { sendCalls } from "./send-call";

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
    const found = await lookAtEndpoint(context);
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

/** Steps of every restore until its endpoint is in service. */
export const MAKE = [models, config, endpoint, inService];
/** Steps that only some plans have, or that come after those. */
export const LATER_STEPS = [weights, inServiceAgain, scalingAndAlarms, restored];

/** Whether that step waits for the endpoint to be in service for the first time. */
export function isFirstWait(step: string): boolean {
  return step === inService.id;
}

/** Steps that move the traffic to where it was; none where it never moved. */
export function trafficSteps(plan: RestorePlan): RestoreStep[] {
  return callsOf(plan, "UpdateEndpointWeightsAndCapacities").length > 0 ? [weights, inServiceAgain] : [];
}

/** The last steps: what scales and watches it, and that it is parked no more. */
export function lastSteps(plan: RestorePlan): RestoreStep[] {
  return [...(plan.calls.some(({ service }) => service !== "sagemaker") ? [scalingAndAlarms] : []), restored];
}
