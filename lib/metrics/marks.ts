import "server-only";
import { actionLabel } from "@/lib/audit/action-labels";
import { listChangesOf } from "@/lib/audit/service";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import type { Workspace } from "@/lib/workspaces/view";

import type { MarkView } from "./view";
import type { MetricsWindow } from "./windows";

/** What happened to an endpoint in a window: when it was made, and what people did to it from this console. */
export async function readMarks(
  workspace: Workspace,
  endpoint: Pick<EndpointDetail, "name" | "createdAt">,
  { fromMs, toMs }: MetricsWindow,
): Promise<MarkView[]> {
  const changes = await listChangesOf(
    workspace.id,
    `endpoint ${endpoint.name}`,
    new Date(fromMs).toISOString(),
    new Date(toMs).toISOString(),
  );
  const marks = changes.map(({ at, action, memberName }) => ({ at, label: `${actionLabel(action)} by ${memberName}` }));
  const { createdAt } = endpoint;
  const isInside = createdAt !== null && Date.parse(createdAt) >= fromMs && Date.parse(createdAt) < toMs;
  const all = isInside ? [...marks, { at: createdAt, label: "Endpoint created" }] : marks;
  return all.toSorted((a, b) => a.at.localeCompare(b.at));
}
