import { join } from "node:path";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import type { Delays } from "./behaviour.ts";
import type { Clock } from "./clock.ts";
import { createInferenceHost } from "./container/local-inference-host.ts";
import type { EmulatorContext } from "./context.ts";
import { openObjectStore } from "./services/s3/storage/object-store.ts";
import { openRecords } from "./store/open-records.ts";
import { openTelemetry } from "./telemetry/durable-telemetry.ts";

export type OpenContext = { context: EmulatorContext; close(): Promise<void> };

/** Opens everything durable below `dataDir` and starts what runs models. */
export function openContext(dataDir: string, clock: Clock, delays: Delays): OpenContext {
  const database = openSqlite(join(dataDir, "emulator.sqlite"));
  const records = openRecords(database);
  const objects = openObjectStore({ database, dataDir, clock });
  const telemetry = openTelemetry(database, clock);
  const inference = createInferenceHost({
    telemetry,
    clock,
    cacheDir: join(dataDir, "models"),
    objectFile: objects.objectFile,
  });
  const stopping = new AbortController();
  const context: EmulatorContext = {
    clock,
    dataDir,
    database,
    records,
    telemetry,
    inference,
    behaviour: { ...delays, endpointFailure: null },
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
