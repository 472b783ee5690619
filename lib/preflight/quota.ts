import "server-only";
import { describeScalableTargets } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { cachedRead } from "@/lib/aws/read-cache";
import { listEndpointQuotas } from "@/lib/aws/service-quotas/endpoint-quotas";
import { listAllEndpoints, lookInto, MAX_LOOKED_INTO } from "@/lib/endpoints/all-endpoints";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import type { QuotaFacts } from "./view";

/** Looking into every endpoint takes calls; what runs changes slowly enough. */
const USED_TTL_MS = 15_000;
/** SageMaker has a few thousand quotas, a hundred to a page. */
const MOST_PAGES = 80;

/** The account's room for more instances of a type behind endpoints; throws where it may not look. */
export async function readQuota(workspace: Workspace, instanceType: string): Promise<QuotaFacts> {
  const name = `${instanceType} for endpoint usage`;
  const [quotas, running] = await Promise.all([
    allPages((cursor) => listEndpointQuotas(workspace, cursor)),
    readRunning(workspace),
  ]);
  const limit = quotas.find((quota) => quota.instanceType === instanceType)?.limit;
  if (limit === undefined) throw new AppError("not-found", `Service Quotas has no "${name}".`);
  const { used = 0, mayAdd = 0 } = running.byType.get(instanceType) ?? {};
  return { name, limit, used, mayAdd, isPartial: running.isPartial };
}

type Running = { byType: ReadonlyMap<string, { used: number; mayAdd: number }>; isPartial: boolean };

/** Instances behind the region's endpoints, by their type. Failed endpoints have none. */
function readRunning(workspace: Workspace): Promise<Running> {
  return cachedRead(workspace, "preflight running", null, USED_TTL_MS, async () => {
    const { endpoints, isPartial } = await listAllEndpoints(workspace);
    const alive = endpoints.filter(({ status }) => status !== "Failed" && status !== "OutOfService");
    const looked = await lookInto(workspace, alive.slice(0, MAX_LOOKED_INTO));
    // Without the permission the quota alone still says something.
    const scaled = await allPages((cursor) => describeScalableTargets(workspace, { resourceIds: null, cursor })).catch(
      () => [],
    );
    const byType = new Map<string, { used: number; mayAdd: number }>();
    for (const { name, variants } of looked) {
      for (const variant of variants) {
        if (!variant.instanceType) continue;
        const used = Math.max(variant.currentInstances ?? 0, variant.desiredInstances ?? 0);
        const limit =
          scaled.find(({ resourceId }) => resourceId === `endpoint/${name}/variant/${variant.name}`)?.max ?? used;
        const sum = byType.get(variant.instanceType) ?? { used: 0, mayAdd: 0 };
        const mayAdd = sum.mayAdd + Math.max(0, limit - used);
        byType.set(variant.instanceType, { used: sum.used + used, mayAdd });
      }
    }
    return { byType, isPartial: isPartial || alive.length > MAX_LOOKED_INTO };
  });
}

type Page<T> = { items: T[]; nextCursor: string | null };

/** Everything that a paged read has, as far as a bounded number of calls reaches. */
async function allPages<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const part: Page<T> = await read(cursor);
    all.push(...part.items);
    cursor = part.nextCursor;
    if (!cursor) break;
  }
  return all;
}
