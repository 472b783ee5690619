import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { AppError } from "@/lib/errors";
import type { StepContext } from "@/lib/operations/kind";

import type { PackPlan } from "./pack-step";
import { isOurConfig, isOurEndpoint, isOurModel } from "./prove-ours";
import type { DeployRequests, HostingConfigRequest } from "./view";

/** What a deploy decided when it began. */
export type DeployPlan = { requests: DeployRequests; pack?: PackPlan };
export type DeployContext = StepContext<DeployPlan>;

/** The part of a plan that makes an endpoint, whether its config names a model or hosts components. */
export type EndpointPlan = {
  requests: { endpointConfig: DeployRequests["endpointConfig"] | HostingConfigRequest } & Pick<
    DeployRequests,
    "endpoint"
  >;
};
export type EndpointContext = StepContext<EndpointPlan>;

/** `foreign`: the name exists, but this deploy did not make it. */
export type Found = "ours" | "foreign" | "missing";

export function findModel({ workspace, plan, startedAt }: DeployContext): Promise<Found> {
  const request = plan.requests.model;
  return find(workspace.id, async () =>
    isOurModel(request, await describeModel(workspace, request.ModelName), startedAt),
  );
}

export function findConfig({ workspace, plan, startedAt }: EndpointContext): Promise<Found> {
  const request = plan.requests.endpointConfig;
  return find(workspace.id, async () =>
    isOurConfig(request, await describeEndpointConfig(workspace, request.EndpointConfigName), startedAt),
  );
}

export function findEndpoint({ workspace, plan, startedAt }: EndpointContext): Promise<Found> {
  const request = plan.requests.endpoint;
  return find(workspace.id, async () =>
    isOurEndpoint(request, await describeEndpoint(workspace, request.EndpointName), startedAt),
  );
}

async function find(workspaceId: string, isOurs: () => Promise<boolean>): Promise<Found> {
  forgetReads(workspaceId); // a proof must not rest on what was true some seconds ago
  try {
    return (await isOurs()) ? "ours" : "foreign";
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return "missing";
    throw cause;
  }
}

/** Makes a thing, or finds that an earlier run of this deploy already did. */
export async function ensure<Plan>(
  context: StepContext<Plan>,
  what: { noun: string; name: string },
  make: () => Promise<void>,
  look: (context: StepContext<Plan>) => Promise<Found>,
): Promise<"done"> {
  try {
    await make();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "conflict") throw cause;
    if ((await look(context)) !== "ours") throw nameTaken(what.noun, what.name);
  }
  forgetReads(context.workspace.id);
  return "done";
}

/** Deletes a thing when it is there and this deploy made it. */
export async function removeOurs<Plan>(
  context: StepContext<Plan>,
  look: (context: StepContext<Plan>) => Promise<Found>,
  remove: () => Promise<void>,
): Promise<"done"> {
  if ((await look(context)) !== "ours") return "done";
  try {
    await remove();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "not-found") throw cause;
  }
  forgetReads(context.workspace.id);
  return "done";
}

function nameTaken(noun: string, name: string): AppError {
  return new AppError("conflict", `There is already ${noun} ${name}, and this deploy did not make it.`, {
    hint: "Deploy again under another name, or delete that one first.",
  });
}
