import { join } from "node:path";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import type { Delays } from "./behaviour.ts";
import type { Clock } from "./clock.ts";
import type { InferenceHost } from "./container/inference-host.ts";
import type { EmulatorContext } from "./context.ts";
import { openObjectStore } from "./services/s3/storage/object-store.ts";
import { openRecords } from "./store/open-records.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

export type OpenContext = { context: EmulatorContext; close(): Promise<void> };

/** Opens everything durable below `dataDir` and starts what runs models. */
export function openContext(dataDir: string, clock: Clock, delays: Delays): OpenContext {
  const database = openSqlite(join(dataDir, "emulator.sqlite"));
  const records = openRecords(database);
  const objects = openObjectStore({ database, dataDir, clock });
  const telemetry = standInTelemetry();
  const inference = standInInference();
  const context: EmulatorContext = {
    clock,
    dataDir,
    database,
    records,
    telemetry,
    inference,
    behaviour: { ...delays, endpointFailure: null },
    objects,
    objectFile: objects.objectFile,
  };
  return {
    context,
    close: async () => {
      await inference.close();
      database.close();
    },
  };
}

function standInTelemetry(): Telemetry {
  return { putMetric: () => undefined, putLog: () => undefined };
}

function standInInference(): InferenceHost {
  return {
    start: async () => undefined,
    invoke: async (_target, { body, contentType }) => ({
      status: 200,
      contentType: contentType ?? "application/json",
      body,
      modelLatencyUs: 0,
    }),
    close: async () => undefined,
  };
}
