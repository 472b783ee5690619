import "server-only";
import type { Member } from "@/lib/auth/member";
import { describeScaledVariants } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { AppError } from "@/lib/errors";
import { startOperation } from "@/lib/operations/service";
import type { OperationView } from "@/lib/operations/view";
import { INSTANCES } from "@/lib/scaling/dimensions";
import { updateRefusal } from "@/lib/updates/update-refusal";
import type { Workspace } from "@/lib/workspaces/view";

import { planSplit } from "./plan-split";
import type { CapacityRequest } from "./requests";
import type { SplitTrafficInput } from "./schema";
import type { SplitPlan } from "./split-kind";

/**
 * Sends what was reviewed, as an operation of the journal. Throws `conflict` when the endpoint is changing, has changed
 * since, or scales by itself what was set by hand: nothing is sent that nobody has seen.
 */
export async function splitTraffic(
  workspace: Workspace,
  member: Member,
  { id, endpoint, wish, reviewed }: SplitTrafficInput,
): Promise<OperationView> {
  forgetReads(workspace.id);
  const { status, variants } = await describeEndpoint(workspace, endpoint);
  const refusal = updateRefusal(status);
  if (refusal) throw new AppError("conflict", refusal, { hint: "Wait until it is in service, then review again." });
  const requests = planSplit(endpoint, variants, wish);
  if (JSON.stringify(requests) !== reviewed) {
    throw new AppError("conflict", "The variants of this endpoint were changed in the meantime.", {
      hint: "Look at them as they are now, and review your changes again.",
    });
  }
  if (requests.length === 0) throw new AppError("invalid", "There is nothing to change.");
  await refuseAutoscaled(workspace, endpoint, requests);
  const plan: SplitPlan = { endpoint, requests };
  const summary = { endpointName: endpoint };
  return startOperation(workspace, member, {
    id,
    kind: "split-traffic",
    target: `endpoint ${endpoint}`,
    summary,
    plan,
  });
}

/** A count that is set by hand lasts only until the next scaling activity. */
async function refuseAutoscaled(workspace: Workspace, endpoint: string, requests: CapacityRequest[]): Promise<void> {
  const counted = requests.flatMap(({ DesiredWeightsAndCapacities: [first] }) =>
    first?.DesiredInstanceCount === undefined ? [] : [first.VariantName],
  );
  const scaled = await describeScaledVariants(workspace, endpoint, counted).catch((cause: unknown) => {
    // Who may not read it can still set counts: SageMaker itself does not ask.
    if (cause instanceof AppError && cause.code === "forbidden") return [];
    throw cause;
  });
  const first = scaled.find(({ dimension }) => dimension === INSTANCES);
  if (!first) return;
  throw new AppError(
    "conflict",
    `The variant ${first.variant} is scaled automatically, ${first.min} to ${first.max}.`,
    {
      hint: "Change its bounds on the Scaling tab, or stop scaling it first.",
    },
  );
}
