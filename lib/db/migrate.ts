import { type Migration, Migrator } from "kysely";

import { createOwnState } from "./migrations/001-own-state";
import { createPlayground } from "./migrations/002-playground";
import { createAsyncRequests } from "./migrations/003-async-requests";
import { createEndpointHistory } from "./migrations/004-endpoint-history";
import { createCosts } from "./migrations/005-costs";
import { createDashboards } from "./migrations/006-dashboards";
import { createParkedEndpoints } from "./migrations/007-parked-endpoints";
import type { Database } from "./schema";

/** Every migration in order. Never change one that has been released: add another. */
const MIGRATIONS: Record<string, Migration> = {
  "001-own-state": { up: createOwnState },
  "002-playground": { up: createPlayground },
  "003-async-requests": { up: createAsyncRequests },
  "004-endpoint-history": { up: createEndpointHistory },
  "005-costs": { up: createCosts },
  "006-dashboards": { up: createDashboards },
  "007-parked-endpoints": { up: createParkedEndpoints },
};

/** Brings the tables up to date. Safe when several processes start at once: one migrates, the others wait and find it done. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
