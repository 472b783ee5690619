import { join } from "node:path";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import { type Delays, STEADY_STREAM } from "./behaviour.ts";
import type { Clock } from "./clock.ts";
import type { InferenceHost } from "./container/inference-host.ts";
import { createInferenceHost } from "./container/local-inference-host.ts";
import type { EmulatorContext } from "./context.ts";
import { openObjectStore } from "./services/s3/storage/object-store.ts";
import { openRecords } from "./store/open-records.ts";
import { openTelemetry } from "./telemetry/durable-telemetry.ts";

export type ContextOptions = {
  dataDir: string;
  clock: Clock;
  delays: Delays;
  /** Instead of child processes that run models: for tests of what happens around them. */
  inference?: InferenceHost;
};

export type OpenContext = { context: EmulatorContext; close(): Promise<void> };

/** Opens everything durable below `dataDir` and starts what runs models. */
export function openContext({ dataDir, clock, delays, inference: given }: ContextOptions): OpenContext {
  const database = openSqlite(join(dataDir, "emulator.sqlite"));
  const records = openRecords(database);
  const objects = openObjectStore({ database, dataDir, clock });
  const telemetry = openTelemetry(database, clock);
  const cacheDir = join(dataDir, "models");
  const inference = given ?? createInferenceHost({ telemetry, clock, cacheDir, objectFile: objects.objectFile });
  const stopping = new AbortController();
  const context: EmulatorContext = {
    clock,
    dataDir,
    database,
    records,
    telemetry,
    inference,
    behaviour: { ...delays, endpointFailure: null, stream: STEADY_STREAM },
    stopping: stopping.signal,
    objects,
    objectFile: objects.objectFile,
  };
  return {
    context,
    close: async () => {
      stopping.abort();
      await inference.close();
      telemetry.close();
      database.close();
    },
  };
}
