import "server-only";
import { deleteAlarms } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { deleteEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { deleteModel } from "@/lib/aws/sagemaker/models";
import { endpointIsGone, endpointIsSettled } from "@/lib/deploy/watch-endpoint";
import { orNull } from "@/lib/endpoints/service";

import { callsOf, findEndpoint, lookAtEndpoint, nameOf, type RestoreStep } from "./restore-context";

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
    if ((await lookAtEndpoint(context)) === "ours")
      await orNull(deleteEndpoint(context.workspace, nameOf(context.plan)));
    forgetReads(context.workspace.id);
    return "done";
  },
};

const clearFailed: RestoreStep = {
  ...removeEndpoint,
  id: "remove-failed-endpoint",
  title: "Delete the failed endpoint",
  run: async (context) => {
    const { status } = (await findEndpoint(context)) ?? {};
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
    if (!there.config) await orNull(deleteEndpointConfig(workspace, requests.endpoint.EndpointConfigName));
    for (const { input } of callsOf(plan, "CreateModel")) {
      const name = String(input.ModelName);
      if (!there.models.includes(name)) await orNull(deleteModel(workspace, name));
    }
    forgetReads(workspace.id);
    return "done";
  },
};

/** Every step there is for taking a restore back. */
export const REMOVAL_STEPS = [settled, removeEndpoint, clearFailed, goneAgain, removeParts];
/** Steps before another try when the endpoint never ran. */
export const CLEAR_FAILED = [settled, clearFailed, goneAgain];
/** Steps that take back what a restore made. */
export const REMOVE = [settled, removeEndpoint, goneAgain, removeParts];
