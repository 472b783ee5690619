import "server-only";
import { database } from "./database";

/** True when background work of that name is this process's for so long; false while another one has it. */
export async function takeTurn(name: string, owner: string, forMs: number): Promise<boolean> {
  const db = await database();
  const now = Date.now();
  const row = { owner, expires_at: new Date(now + forMs).toISOString() };
  const inserted = await db
    .insertInto("leases")
    .values({ name, ...row })
    .onConflict((on) => on.column("name").doNothing())
    .returning("name")
    .executeTakeFirst();
  if (inserted) return true;
  const taken = await db
    .updateTable("leases")
    .set(row)
    .where("name", "=", name)
    .where((eb) => eb.or([eb("owner", "=", owner), eb("expires_at", "<", new Date(now).toISOString())]))
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) > 0;
}
