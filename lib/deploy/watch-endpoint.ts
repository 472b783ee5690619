import "server-only";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import type { EndpointView } from "@/lib/endpoints/view";
import { isTransitional } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import type { StepContext, StepOutcome } from "@/lib/operations/kind";

import { isOurEndpoint } from "./prove-ours";
import type { CreateEndpointRequest } from "./view";

/** An endpoint that an operation makes. */
type EndpointContext = StepContext<{
  requests: { endpoint: Pick<CreateEndpointRequest, "EndpointName" | "EndpointConfigName"> };
}>;

/** Done when the endpoint answers; fails with SageMaker's own reason. */
export async function endpointInService(context: EndpointContext): Promise<StepOutcome> {
  const endpoint = await look(context);
  if (!endpoint) {
    throw new AppError("not-found", "The endpoint was deleted while it was being made.", {
      hint: "Retry makes it again; otherwise remove what is left.",
    });
  }
  if (endpoint.status === "InService") return "done";
  if (isTransitional(endpoint.status)) return { waiting: waitingFor(endpoint) };
  throw new AppError("invalid", endpoint.failureReason ?? `The endpoint is ${endpoint.status}.`, {
    hint: "The container's log usually says why. Mend the cause, then retry, or remove what was made.",
    detail: { endpointStatus: endpoint.status },
  });
}

/** Done when the endpoint can be deleted: AWS refuses that while it is still changing. */
export async function endpointIsSettled(context: EndpointContext): Promise<StepOutcome> {
  const endpoint = await look(context);
  if (!endpoint || !isOurs(context, endpoint)) return "done";
  const isBusy = isTransitional(endpoint.status) && endpoint.status !== "Deleting";
  return isBusy ? { waiting: waitingFor(endpoint) } : "done";
}

/** Done when a deleted endpoint has disappeared, so that its name is free. */
export async function endpointIsGone(context: EndpointContext): Promise<StepOutcome> {
  const endpoint = await look(context);
  if (!endpoint || !isOurs(context, endpoint)) return "done";
  const isLeaving = endpoint.status === "Deleting" || endpoint.status === "Failed";
  return isLeaving ? { waiting: waitingFor(endpoint) } : "done";
}

/** True when the endpoint is this deploy's and failed, so that a retry must clear it away. */
export async function isOurFailedEndpoint(context: EndpointContext): Promise<boolean> {
  const endpoint = await look(context);
  return endpoint?.status === "Failed" && isOurs(context, endpoint);
}

async function look({ workspace, plan }: EndpointContext): Promise<EndpointView | null> {
  try {
    return await describeEndpoint(workspace, plan.requests.endpoint.EndpointName);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  }
}

function isOurs({ plan, startedAt }: EndpointContext, endpoint: EndpointView): boolean {
  return isOurEndpoint(plan.requests.endpoint, endpoint, startedAt);
}

function waitingFor(endpoint: EndpointView): string {
  const stage = endpoint.variants[0]?.stages.at(-1);
  return stage?.message ? `${endpoint.status}: ${stage.message}` : endpoint.status;
}
