import "server-only";
import { database } from "@/lib/db/database";

import type { Fleet, FleetSpan } from "./fleet";

/** Seen again sooner, a fleet is not written again. */
const SEEN_EVERY_MS = 5 * 60_000;

/** A variant as it is now; `changedAt` is when SageMaker last changed its endpoint. */
export type SeenFleet = { endpoint: string; variant: string; fleet: Fleet; createdAt: number; changedAt: number };
/** What a variant ran on, oldest first; `lastSeenAt` is when the console last saw it. */
export type VariantHistory = { endpoint: string; variant: string; spans: FleetSpan[]; lastSeenAt: number };

type Row = { endpoint: string; variant: string; since: string; last_seen_at: string; fleet_json: string };

/**
 * Remembers what variants run on, because AWS forgets it when an endpoint is updated or deleted, and tells what was
 * remembered since `from`. A change is dated by SageMaker's LastModifiedTime; one that happened between two looks
 * and was taken back is not seen.
 */
export async function rememberFleets(
  workspaceId: string,
  seen: readonly SeenFleet[],
  from: number,
  now: number,
): Promise<VariantHistory[]> {
  const db = await database();
  const known = await db
    .selectFrom("cost_fleets")
    .select(["endpoint", "variant", "since", "last_seen_at", "fleet_json"])
    .where("workspace_id", "=", workspaceId)
    .where("last_seen_at", ">=", new Date(from).toISOString())
    .orderBy("since")
    .execute();
  const rows: Row[] = [...known];
  for (const each of seen) {
    const own = rows.filter((row) => row.endpoint === each.endpoint && row.variant === each.variant);
    const last = own.at(-1);
    const fleet_json = JSON.stringify(each.fleet);
    const last_seen_at = new Date(now).toISOString();
    if (last?.fleet_json === fleet_json && Date.parse(last.since) >= each.createdAt) {
      if (now - Date.parse(last.last_seen_at) < SEEN_EVERY_MS) continue;
      last.last_seen_at = last_seen_at;
    } else {
      const begin = last ? Math.max(each.changedAt, Date.parse(last.since) + 1) : each.createdAt;
      rows.push({
        endpoint: each.endpoint,
        variant: each.variant,
        since: new Date(begin).toISOString(),
        last_seen_at,
        fleet_json,
      });
    }
    const row = rows.findLast((one) => one.endpoint === each.endpoint && one.variant === each.variant);
    if (!row) continue;
    await db
      .insertInto("cost_fleets")
      .values({ workspace_id: workspaceId, ...row })
      .onConflict((on) =>
        on.columns(["workspace_id", "endpoint", "variant", "since"]).doUpdateSet({ last_seen_at, fleet_json }),
      )
      .execute();
  }
  return histories(rows);
}

function histories(rows: readonly Row[]): VariantHistory[] {
  const found = new Map<string, VariantHistory>();
  for (const row of rows) {
    const key = JSON.stringify([row.endpoint, row.variant]);
    const history = found.get(key) ?? { endpoint: row.endpoint, variant: row.variant, spans: [], lastSeenAt: 0 };
    const since = Date.parse(row.since);
    const before = history.spans.at(-1);
    if (before) before.until = since;
    // What the console itself wrote as JSON.
    // Nothing is known to have run before the first: all values of its first hour are its own.
    history.spans.push({
      since: before ? since : 0,
      until: Number.POSITIVE_INFINITY,
      fleet: JSON.parse(row.fleet_json) as Fleet,
    });
    history.lastSeenAt = Date.parse(row.last_seen_at);
    found.set(key, history);
  }
  return [...found.values()];
}
