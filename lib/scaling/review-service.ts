import "server-only";
import { describeScalingActivities } from "@/lib/aws/application-auto-scaling/activities";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { describeScalableTargets } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { describeScheduledActions } from "@/lib/aws/application-auto-scaling/scheduled-actions";
import { describeScalingAlarms } from "@/lib/aws/cloudwatch/scaling-alarms";
import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { listComponentPlaces } from "@/lib/aws/sagemaker/inference-components";
import { listEndpointQuotas } from "@/lib/aws/service-quotas/endpoint-quotas";
import type { Workspace } from "@/lib/workspaces/view";

import { type Part, readOnward } from "./read-onward";
import type { ReviewList, ReviewLists } from "./review-view";

type ReadPage<L extends ReviewList> = (workspace: Workspace, cursor: string | null) => Promise<Part<ReviewLists[L]>>;

/** Each list by the pages of its own operation, over the whole namespace: calls do not grow with endpoints that are looked at. */
const PAGES: { [L in ReviewList]: ReadPage<L> } = {
  targets: (workspace, cursor) => describeScalableTargets(workspace, { resourceIds: null, cursor }),
  policies: (workspace, cursor) => describeScalingPolicies(workspace, { resourceId: null, cursor }),
  schedules: (workspace, cursor) => describeScheduledActions(workspace, { resourceId: null, cursor }),
  alarms: async (workspace, cursor) => {
    const page = await describeScalingAlarms(workspace, cursor);
    return { ...page, items: page.items.map(({ editable: _, ...alarm }) => alarm) };
  },
  activities: (workspace, cursor) => describeScalingActivities(workspace, { resourceId: null, cursor }),
  endpoints: async (workspace, cursor) => {
    const page = await listEndpoints(workspace, { limit: 100, cursor: cursor ?? undefined });
    return { ...page, items: page.items.map(({ name, status }) => ({ name, status })) };
  },
  quotas: listEndpointQuotas,
  components: listComponentPlaces,
};

/** Activities reach back for weeks; the newest tell what the review asks. */
const ONE_PART: readonly ReviewList[] = ["activities"];

/** A part of one of the review's lists, and where the next begins. */
export async function readReviewPart<L extends ReviewList>(
  workspace: Workspace,
  list: L,
  cursor: string | null,
): Promise<Part<ReviewLists[L]>> {
  const readPage: ReadPage<L> = PAGES[list];
  const part = await readOnward(cursor, (next) => readPage(workspace, next));
  return ONE_PART.includes(list) && cursor !== null ? { ...part, nextCursor: null } : part;
}
