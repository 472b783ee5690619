import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { updateEndpointWeightsAndCapacities } from "@/lib/aws/sagemaker/update-capacities";
import { type EndpointView, isTransitional } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step } from "@/lib/operations/kind";

import type { CapacityRequest } from "./requests";
import { MAX_VARIANTS } from "./schema";

/** What was reviewed: these requests and no others, one after the other. */
export type SplitPlan = { endpoint: string; requests: CapacityRequest[] };

/** One request and the wait until the endpoint is in service again: SageMaker takes one change at a time. */
function stepsOf(index: number, request?: CapacityRequest): Step<SplitPlan>[] {
  const title = request ? titleOf(request) : `Request ${index + 1}`;
  return [
    {
      id: `send-${index}`,
      title,
      change: {
        permission: "endpoint:deploy",
        target: ({ endpoint, requests }) => `${targetOf(requests[index])} of endpoint ${endpoint}`,
      },
      run: async ({ workspace, plan: { endpoint, requests } }) => {
        const wanted = requests[index];
        forgetReads(workspace.id);
        const found = await describeEndpoint(workspace, endpoint);
        // An earlier run of this step may have sent it before the console ended.
        if (wanted && !isWanted(found, wanted)) await updateEndpointWeightsAndCapacities(workspace, wanted);
        forgetReads(workspace.id);
        return "done";
      },
    },
    {
      id: `wait-${index}`,
      title: "In service again",
      change: null,
      run: async ({ workspace, plan: { endpoint, requests } }) => {
        const found = await describeEndpoint(workspace, endpoint);
        if (isTransitional(found.status)) return { waiting: found.status };
        forgetReads(workspace.id);
        const wanted = requests[index];
        if (found.status === "InService" && (!wanted || isWanted(found, wanted))) return "done";
        throw new AppError("invalid", `The endpoint is ${found.status} and did not take it.`, {
          hint: "Mend the cause and try again; until then it answers as before.",
          ...(found.failureReason && { detail: { failureReason: found.failureReason } }),
        });
      },
    },
  ];
}

/** Moving traffic between the variants of an endpoint, and changing their instance counts. */
export const splitKind: OperationKind<SplitPlan> = {
  // One for the weights, and one for each count.
  steps: Array.from({ length: MAX_VARIANTS + 1 }, (_, index) => stepsOf(index)).flat(),
  make: [],
  retry: () => [],
  remove: [],
  more: ({ requests }) => ({
    first: requests.flatMap((request, index) => stepsOf(index, request)),
    last: [],
    removedLast: [],
  }),
  existing: async () => [],
  secrets: () => [],
};

function titleOf({ DesiredWeightsAndCapacities: [first] }: CapacityRequest): string {
  return first?.DesiredInstanceCount === undefined ? "Weights" : `Instances of ${first.VariantName}`;
}

/** For the audit: what it changes, to what. */
function targetOf(request: CapacityRequest | undefined): string {
  return (request?.DesiredWeightsAndCapacities ?? [])
    .map(({ VariantName, DesiredWeight, DesiredInstanceCount }) =>
      DesiredInstanceCount === undefined
        ? `weight ${DesiredWeight} of ${VariantName}`
        : `${DesiredInstanceCount} instances of ${VariantName}`,
    )
    .join(", ");
}

/** True when the endpoint has, or is about to have, what the request asks for. */
function isWanted({ variants }: EndpointView, request: CapacityRequest): boolean {
  return request.DesiredWeightsAndCapacities.every((wish) => {
    const variant = variants.find(({ name }) => name === wish.VariantName);
    if (!variant) return false;
    const isWeight = wish.DesiredWeight === undefined || variant.desiredWeight === wish.DesiredWeight;
    return isWeight && [undefined, variant.desiredInstances].includes(wish.DesiredInstanceCount);
  });
}
