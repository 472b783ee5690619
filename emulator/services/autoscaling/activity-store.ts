import type { Database } from "../../store/database.ts";

/** Something that was scaled, or was not though an alarm was on. `at` is epoch milliseconds. */
export type ScalingActivity = {
  id: string;
  resourceId: string;
  dimension: string;
  at: number;
  from: number;
  to: number;
  cause: string;
  /** Null: it was scaled. */
  reason: string | null;
  minCapacity: number;
  maxCapacity: number;
  /** Why SageMaker refused; null: it did not. */
  failure: string | null;
  /** When the change was to be fulfilled; missing where nothing changed. */
  fulfilledAt?: number;
  /** What a scheduled action set, in AWS's words; missing of other activities. */
  setsBounds?: string;
};

const SCHEMA = `
  create table if not exists scaling_activity (
    id text primary key, region text not null, resource_id text not null, dimension text not null, at integer not null,
    body text not null
  );
  create index if not exists scaling_activity_by_resource on scaling_activity (region, resource_id, at);
`;

export type ActivityStore = ReturnType<typeof openActivityStore>;

export function openActivityStore(database: Database) {
  database.exec(SCHEMA);
  const insert = database.prepare(
    "insert into scaling_activity (id, region, resource_id, dimension, at, body) values (?, ?, ?, ?, ?, ?)",
  );
  const select = database.prepare(
    "select body from scaling_activity where region = ? and (? = '' or resource_id = ?) and (? = '' or dimension = ?) order by at desc, rowid desc",
  );
  return {
    add(region: string, activity: ScalingActivity): void {
      const { id, resourceId, dimension, at } = activity;
      insert.run(id, region, resourceId, dimension, at, JSON.stringify(activity));
    },
    /** Newest first. */
    list(region: string, resourceId = "", dimension = ""): ScalingActivity[] {
      const rows = select.all(region, resourceId, resourceId, dimension, dimension) as { body: string }[];
      return rows.map(({ body }) => JSON.parse(body) as ScalingActivity);
    },
  };
}
