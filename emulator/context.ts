import type { Behaviour } from "./behaviour.ts";
import type { FollowedClock } from "./clock.ts";
import type { InferenceHost } from "./container/inference-host.ts";
import type { InstanceQuotas } from "./quotas.ts";
import type { ObjectStore } from "./services/s3/storage/object-store.ts";
import type { Database } from "./store/database.ts";
import type { RecordStore } from "./store/record-store.ts";
import type { DurableTelemetry } from "./telemetry/durable-telemetry.ts";

/** The one account that the emulator plays; AWS's documentation uses the same number. */
export const ACCOUNT_ID = "111122223333";
export const DEFAULT_REGION = "us-east-1";

/** What services are given instead of globals. */
export type EmulatorContext = {
  clock: FollowedClock;
  /** Folder that holds everything durable. */
  dataDir: string;
  /** The open database, for services that keep tables of their own (objects, metric data, log events). */
  database: Database;
  records: RecordStore;
  telemetry: DurableTelemetry;
  inference: InferenceHost;
  /** Delays and failures of the running rehearsal; read it at the time of need, it changes. */
  behaviour: Behaviour;
  /** How many instances the account may use; read it at the time of need, a rehearsal changes it. */
  quotas: InstanceQuotas;
  /** Names of training jobs from which a rehearsal takes spot capacity away once. */
  spotInterruptions: Set<string>;
  /** Aborted when the emulator stops: what ends from then on ends because of that, and is not kept. */
  stopping: AbortSignal;
  /** Whether training jobs and endpoints may run people's scripts on this machine, with the rights of whoever started the emulator. */
  runsScripts: boolean;
  /** Buckets and objects of the emulator's own S3. */
  objects: ObjectStore;
  /** Reads an object of the emulator's own S3 as a file path; null when it does not exist. */
  objectFile(bucket: string, key: string): string | null;
};
