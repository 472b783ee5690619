import "server-only";
import { listPrices } from "@/lib/aws/pricing/list-prices";
import { forgetReads } from "@/lib/aws/read-cache";
import { database } from "@/lib/db/database";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { priceListKey } from "./prices";

/** Reads the prices of a workspace's region anew from AWS and keeps them; how many there are. A failure keeps the old. */
export async function refreshPrices(workspace: Workspace, now = new Date()): Promise<{ known: number }> {
  const listed = await listPrices(workspace);
  if (listed.length === 0) {
    throw new AppError(
      "not-found",
      `AWS's price list has no price in US dollars for SageMaker in ${workspace.region}.`,
      {
        hint: "The prices that were known before are kept.",
      },
    );
  }
  const row = { read_at: now.toISOString(), prices_json: JSON.stringify(listed) };
  const db = await database();
  await db
    .insertInto("price_lists")
    .values({ region: priceListKey(workspace), ...row })
    .onConflict((conflict) => conflict.column("region").doUpdateSet(row))
    .execute();
  forgetReads(workspace.id);
  return { known: listed.length };
}
