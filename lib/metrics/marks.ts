import "server-only";
import { actionLabel } from "@/lib/audit/action-labels";
import { listChangesOf } from "@/lib/audit/service";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import type { Workspace } from "@/lib/workspaces/view";

import type { MarkView } from "./view";
import type { MetricsWindow } from "./windows";

/** What happened to an endpoint in a window: when it was made and last changed, and what people did to it from here. */
export async function readMarks(
  workspace: Workspace,
  endpoint: Pick<EndpointDetail, "name" | "createdAt" | "updatedAt">,
  { fromMs, toMs }: MetricsWindow,
): Promise<MarkView[]> {
  const changes = await listChangesOf(
    workspace.id,
    `endpoint ${endpoint.name}`,
    new Date(fromMs).toISOString(),
    new Date(toMs).toISOString(),
  );
  const marks = changes.map(
    ({ at, action, memberName }): MarkView => ({
      at,
      label: `${actionLabel(action)} by ${memberName}`,
      kind: "change",
    }),
  );
  const { createdAt, updatedAt } = endpoint;
  const isInside = ({ at }: MarkView) => Date.parse(at) >= fromMs && Date.parse(at) < toMs;
  if (createdAt) marks.push({ at: createdAt, label: "Endpoint created", kind: "change" });
  // Also what others changed, or a scaling policy: AWS tells only when the latest change ended.
  if (updatedAt && updatedAt !== createdAt) marks.push({ at: updatedAt, label: "Latest change ended", kind: "change" });
  return marks.filter(isInside).toSorted((a, b) => a.at.localeCompare(b.at));
}
