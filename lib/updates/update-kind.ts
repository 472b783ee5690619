import "server-only";
import { putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteEndpointConfig, describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { deleteModel, describeModel } from "@/lib/aws/sagemaker/models";
import { createConfigLike, createModelLike, updateEndpoint } from "@/lib/aws/sagemaker/update-requests";
import { secretValues } from "@/lib/deploy/secrets";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step, StepContext } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";

import { type UpdatePlan, updateEnded } from "./watch-update";

type Context = StepContext<UpdatePlan>;
type UpdateStep = Step<UpdatePlan>;

const configName = ({ requests }: UpdatePlan) => requests.update.EndpointConfigName;

const makeModels: UpdateStep = {
  id: "models",
  title: "Models",
  change: {
    permission: "endpoint:deploy",
    target: ({ requests }) => `models ${requests.models.map(({ ModelName }) => ModelName).join(", ")}`,
  },
  run: async ({ workspace, plan }) => {
    for (const model of plan.requests.models) await unlessMade(() => createModelLike(workspace, model));
    forgetReads(workspace.id);
    return "done";
  },
};

const makeAlarms: UpdateStep = {
  id: "alarms",
  title: "Alarms",
  change: {
    permission: "endpoint:deploy",
    target: ({ requests }) => `alarms ${requests.alarms.map(({ AlarmName }) => AlarmName).join(", ")}`,
  },
  run: async ({ workspace, plan }) => {
    for (const alarm of plan.requests.alarms) await putMetricAlarm(workspace, alarm);
    return "done";
  },
};

const makeConfig: UpdateStep = {
  id: "endpoint-config",
  title: "Endpoint configuration",
  change: { permission: "endpoint:deploy", target: (plan) => `endpoint configuration ${configName(plan)}` },
  run: async ({ workspace, plan }) => {
    const { endpointConfig } = plan.requests;
    if (endpointConfig) await unlessMade(() => createConfigLike(workspace, endpointConfig));
    forgetReads(workspace.id);
    return "done";
  },
};

const begin: UpdateStep = {
  id: "update",
  title: "Update begun",
  change: { permission: "endpoint:deploy", target: (plan) => `endpoint ${plan.requests.update.EndpointName}` },
  run: async ({ workspace, plan }) => {
    forgetReads(workspace.id);
    const endpoint = await describeEndpoint(workspace, plan.requests.update.EndpointName);
    // An earlier run of this step may have begun it before the console ended.
    const isBegun = endpoint.configName === configName(plan) || endpoint.pending?.configName === configName(plan);
    if (!isBegun) await updateEndpoint(workspace, plan.requests.update);
    forgetReads(workspace.id);
    return "done";
  },
};

const wait: UpdateStep = { id: "end", title: "New instances, traffic, baking", change: null, run: updateEnded };

const removeConfig: UpdateStep = {
  id: "remove-endpoint-config",
  title: "Delete the endpoint configuration",
  change: { permission: "endpoint:delete", target: (plan) => `endpoint configuration ${configName(plan)}` },
  run: async (context) => {
    await refuseInUse(context);
    const { workspace, plan } = context;
    if (plan.requests.endpointConfig) await unlessGone(() => deleteEndpointConfig(workspace, configName(plan)));
    forgetReads(workspace.id);
    return "done";
  },
};

const removeModels: UpdateStep = {
  id: "remove-models",
  title: "Delete the models",
  change: makeModels.change && { ...makeModels.change, permission: "endpoint:delete" },
  run: async (context) => {
    await refuseInUse(context);
    for (const { ModelName } of context.plan.requests.models) {
      await unlessGone(() => deleteModel(context.workspace, ModelName));
    }
    forgetReads(context.workspace.id);
    return "done";
  },
};

const REMOVE = [removeConfig, removeModels];

/** An update: what it needs anew, then UpdateEndpoint, then waiting for a verdict. A rollback is a failure. */
export const updateKind: OperationKind<UpdatePlan> = {
  steps: [makeModels, makeAlarms, makeConfig, begin, wait, ...REMOVE],
  make: [begin, wait],
  more: ({ requests }) => ({
    first: [
      ...(requests.models.length > 0 ? [makeModels] : []),
      ...(requests.alarms.length > 0 ? [makeAlarms] : []),
      ...(requests.endpointConfig ? [makeConfig] : []),
    ],
    last: [],
    removedLast: [],
  }),
  retry: () => [begin, wait],
  remove: REMOVE,
  existing,
  secrets: ({ requests }) =>
    requests.models.flatMap(({ PrimaryContainer, Containers = [] }) =>
      [...(PrimaryContainer ? [PrimaryContainer] : []), ...Containers].flatMap(({ Environment = {} }) =>
        secretValues(Environment),
      ),
    ),
};

/** Names carry this update's time stamp: what exists under one of them was made by an earlier run of it. */
async function unlessMade(make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "conflict") throw cause;
  }
}

async function unlessGone(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "not-found") throw cause;
  }
}

/** What the endpoint runs, or is about to, is never removed, whatever became of the update. */
async function refuseInUse({ workspace, plan }: Context): Promise<void> {
  forgetReads(workspace.id);
  const endpoint = await describeEndpoint(workspace, plan.requests.update.EndpointName).catch((cause: unknown) => {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  });
  const isMixed = endpoint?.status === "UpdateRollbackFailed";
  if (!isMixed && endpoint?.configName !== configName(plan) && endpoint?.pending?.configName !== configName(plan))
    return;
  throw new AppError("conflict", "The endpoint runs the new configuration, at least in part.", {
    hint: "Update the endpoint to another configuration first.",
  });
}

async function existing({ workspace, plan }: Context): Promise<OperationResource[]> {
  forgetReads(workspace.id);
  const { models, endpointConfig } = plan.requests;
  const looks: { resource: OperationResource; look: () => Promise<unknown> }[] = [
    ...(endpointConfig ? [endpointConfig.EndpointConfigName] : []).map((name) => ({
      resource: { kind: "endpoint-config" as const, name },
      look: () => describeEndpointConfig(workspace, name),
    })),
    ...models.map(({ ModelName: name }) => ({
      resource: { kind: "model" as const, name },
      look: () => describeModel(workspace, name),
    })),
  ];
  const found = await Promise.all(
    looks.map(({ look }) =>
      look().then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof AppError && cause.code === "not-found") return false;
          throw cause;
        },
      ),
    ),
  );
  return looks.flatMap(({ resource }, index) => (found[index] ? [resource] : []));
}
