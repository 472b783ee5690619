import "server-only";
import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import type { Workspace } from "@/lib/workspaces/view";

import type { EndpointDetail } from "./detail-view";
import { inPool } from "./pool";
import { orNull, readEndpoint } from "./service";
import type { EndpointSummary } from "./view";

const PAGE_SIZE = 100;
const MAX_PAGES = 20;
/** Looking into an endpoint takes up to three calls, and AWS's control plane throttles hard. */
export const MAX_LOOKED_INTO = 100;
const WIDTH = 5;

/** Every endpoint of a workspace, newest first, up to two thousand. */
export async function listAllEndpoints(
  workspace: Workspace,
): Promise<{ endpoints: EndpointSummary[]; isPartial: boolean }> {
  const endpoints: EndpointSummary[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, nextCursor } = await listEndpoints(workspace, { limit: PAGE_SIZE, cursor: cursor ?? undefined });
    endpoints.push(...items);
    cursor = nextCursor;
    if (!cursor) return { endpoints, isPartial: false };
  }
  return { endpoints, isPartial: true };
}

/** Endpoints with their configs and models; those that are gone meanwhile are left out. */
export async function lookInto(workspace: Workspace, endpoints: readonly EndpointSummary[]): Promise<EndpointDetail[]> {
  const details = await inPool(endpoints, WIDTH, ({ name }) => orNull(readEndpoint(workspace, name)));
  return details.filter((detail) => detail !== null);
}
