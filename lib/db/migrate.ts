import { type Migration, Migrator } from "kysely";

import { createOwnState } from "./migrations/001-own-state";
import { createPlayground } from "./migrations/002-playground";
import { createAsyncRequests } from "./migrations/003-async-requests";
import { createCosts } from "./migrations/010-costs";
import { createDashboards } from "./migrations/011-dashboards";
import type { Database } from "./schema";

/** Every migration in order. Never change one that has been released: add another. */
const MIGRATIONS: Record<string, Migration> = {
  "001-own-state": { up: createOwnState },
  "002-playground": { up: createPlayground },
  "003-async-requests": { up: createAsyncRequests },
  "010-costs": { up: createCosts },
  "011-dashboards": { up: createDashboards },
};

/** Brings the tables up to date. Safe when several processes start at once: one migrates, the others wait and find it done. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
