import "server-only";
import { deregisterScalableTarget } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { describeAlarmOwners } from "@/lib/aws/cloudwatch/alarm-owners";
import { deleteAlarms } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteEndpointConfig, describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { deleteEndpoint, describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { deleteModel, describeModel } from "@/lib/aws/sagemaker/models";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step, StepContext } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";
import type { DeregisterTargetRequest } from "@/lib/scaling/requests";

/** What a deletion takes along, decided and checked when it began. */
export type DeletionPlan = {
  endpoint: string;
  config: string | null;
  models: string[];
  // These are missing in journals from before they were looked at.
  /** Configs that ran before. */
  earlier?: string[];
  /** Endpoints that are deleted at the same time and use some of the same parts: theirs must be on its way first. */
  after?: string[];
  targets?: { resourceId: string; dimension: string }[];
  alarms?: string[];
};
type Context = StepContext<DeletionPlan>;

// Before the endpoint: a change by scaling would make SageMaker refuse its deletion for minutes.
export const scalingStep: Step<DeletionPlan> = {
  id: "deregister-scaling",
  title: "Automatic scaling",
  change: { permission: "endpoint:delete", target: ({ endpoint }) => `scaling of ${endpoint}` },
  run: async ({ workspace, plan: { targets = [] } }) => {
    for (const { resourceId, dimension } of targets) {
      try {
        await deregisterScalableTarget(workspace, deregisterRequest(resourceId, dimension));
      } catch (cause) {
        // SageMaker deregisters it with the endpoint too: what costs money must not stay for the sake of this.
        if (!(cause instanceof AppError)) throw cause;
      }
    }
    forgetReads(workspace.id);
    return "done";
  },
};

// The endpoint goes before its parts: it is what costs money, and without it nothing needs the rest.
export const endpointStep: Step<DeletionPlan> = {
  id: "delete-endpoint",
  title: "Endpoint",
  change: { permission: "endpoint:delete", target: ({ endpoint }) => `endpoint ${endpoint}` },
  run: ({ workspace, plan }) =>
    goneOr(workspace.id, async () => {
      // A second click, or a colleague's, must not fail on an endpoint that is going already.
      if (await isThere({ workspace, plan })) await deleteEndpoint(workspace, plan.endpoint);
    }),
};

export const configStep: Step<DeletionPlan> = {
  id: "delete-endpoint-config",
  title: "Endpoint configuration",
  change: {
    permission: "endpoint:delete",
    target: (plan) => `endpoint configuration ${configsOf(plan).join(", ") || "(stays)"}`,
  },
  run: async (context) => {
    const waiting = await othersGo(context);
    if (waiting) return waiting;
    for (const config of configsOf(context.plan)) {
      await goneOr(context.workspace.id, () => deleteEndpointConfig(context.workspace, config));
    }
    return "done";
  },
};

export const modelsStep: Step<DeletionPlan> = {
  id: "delete-models",
  title: "Models",
  change: { permission: "endpoint:delete", target: ({ models }) => `models ${models.join(", ") || "(stay)"}` },
  run: async ({ workspace, plan: { models } }) => {
    for (const model of models) await goneOr(workspace.id, () => deleteModel(workspace, model));
    return "done";
  },
};

export const alarmsStep: Step<DeletionPlan> = {
  id: "delete-alarms",
  title: "Alarms",
  change: { permission: "alarm:write", target: ({ alarms = [] }) => `alarms ${alarms.join(", ") || "(stay)"}` },
  run: async ({ workspace, plan: { alarms = [] } }) => {
    await deleteAlarms(workspace, alarms);
    forgetReads(workspace.id);
    return "done";
  },
};

const STEPS = [scalingStep, endpointStep, configStep, modelsStep, alarmsStep];

/** Deleting an endpoint with its chosen parts. There is no way back; what failed can be tried again. */
export const deletionKind: OperationKind<DeletionPlan> = {
  steps: STEPS,
  make: STEPS,
  retry: () => STEPS,
  remove: [],
  existing,
  secrets: () => [],
};

/** Every config that goes. */
export function configsOf({ config, earlier = [] }: Pick<DeletionPlan, "config" | "earlier">): string[] {
  return [...new Set([...(config ? [config] : []), ...earlier])];
}

const OTHERS_PATIENCE_MS = 60_000;

/** A part that several endpoints use goes only when all of them do. */
async function othersGo({ workspace, plan, startedAt }: Context): Promise<{ waiting: string } | null> {
  forgetReads(workspace.id);
  for (const endpoint of plan.after ?? []) {
    const stands = await isThere({ workspace, plan: { ...plan, endpoint } }).catch(falseWhenGone);
    if (!stands) continue;
    if (Date.now() - startedAt.getTime() < OTHERS_PATIENCE_MS) return { waiting: `${endpoint} uses it too` };
    throw new AppError("conflict", `The endpoint ${endpoint} uses some of its parts and still stands.`, {
      hint: "See why that one was not deleted, then try again or leave the parts.",
    });
  }
  return null;
}

/** The dimension is as DescribeScalableTargets told it. */
function deregisterRequest(resourceId: string, dimension: string): DeregisterTargetRequest {
  return {
    ServiceNamespace: "sagemaker",
    ResourceId: resourceId,
    ScalableDimension: dimension as DeregisterTargetRequest["ScalableDimension"],
  };
}

/** Gone already is what was asked for. */
async function goneOr(workspaceId: string, remove: () => Promise<void>): Promise<"done"> {
  forgetReads(workspaceId);
  try {
    await remove();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "not-found") throw cause;
  } finally {
    forgetReads(workspaceId);
  }
  return "done";
}

/** What of a deletion's parts is still there. */
export async function existing({ workspace, plan }: Context): Promise<OperationResource[]> {
  forgetReads(workspace.id);
  const { endpoint, models } = plan;
  const looks: { resource: OperationResource; look: () => Promise<boolean> }[] = [
    { resource: { kind: "endpoint", name: endpoint }, look: () => isThere({ workspace, plan }) },
    ...configsOf(plan).map((name) => ({
      resource: { kind: "endpoint-config" as const, name },
      look: () => describeEndpointConfig(workspace, name).then(() => true),
    })),
    ...models.map((name) => ({
      resource: { kind: "model" as const, name },
      look: () => describeModel(workspace, name).then(() => true),
    })),
  ];
  const [found, alarms] = await Promise.all([
    Promise.all(looks.map(({ look }) => look().catch(falseWhenGone))),
    describeAlarmOwners(workspace, plan.alarms ?? []),
  ]);
  return [
    ...looks.flatMap(({ resource }, index) => (found[index] ? [resource] : [])),
    ...alarms.map(({ name }) => ({ kind: "alarm" as const, name })),
  ];
}

/** An endpoint that is being deleted is as good as gone: SageMaker finishes that by itself. */
async function isThere({ workspace, plan }: Pick<Context, "workspace" | "plan">): Promise<boolean> {
  return (await describeEndpoint(workspace, plan.endpoint)).status !== "Deleting";
}

function falseWhenGone(cause: unknown): false {
  if (cause instanceof AppError && cause.code === "not-found") return false;
  throw cause;
}
