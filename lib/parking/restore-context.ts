import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { isOurEndpoint } from "@/lib/deploy/prove-ours";
import { orNull } from "@/lib/endpoints/service";
import type { EndpointView } from "@/lib/endpoints/view";
import type { Step, StepContext } from "@/lib/operations/kind";
import type { AwsCall } from "@/lib/specification/view";

import type { RestorePlan } from "./restore-plan";

export type RestoreContext = StepContext<RestorePlan>;
export type RestoreStep = Step<RestorePlan>;

/** The calls of a plan that are of these operations, in order. */
export function callsOf({ calls }: RestorePlan, ...operations: string[]): AwsCall[] {
  return calls.filter(({ operation }) => operations.includes(operation));
}

/** The endpoint that is made again. */
export function nameOf({ requests }: RestorePlan): string {
  return requests.endpoint.EndpointName;
}

/** The endpoint of that name as it is now; null: there is none. */
export function findEndpoint({ workspace, plan }: RestoreContext): Promise<EndpointView | null> {
  forgetReads(workspace.id);
  return orNull(describeEndpoint(workspace, nameOf(plan)));
}

/** Whose the endpoint of that name is. */
export async function lookAtEndpoint(context: RestoreContext): Promise<"ours" | "foreign" | "missing"> {
  const there = await findEndpoint(context);
  if (!there) return "missing";
  return isOurEndpoint(context.plan.requests.endpoint, there, context.startedAt) ? "ours" : "foreign";
}
