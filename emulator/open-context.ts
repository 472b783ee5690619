import { join } from "node:path";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import { NORMAL } from "./admin/scenarios.ts";
import type { Delays } from "./behaviour.ts";
import type { FollowedClock } from "./clock.ts";
import type { InferenceHost } from "./container/inference-host.ts";
import { createInferenceHost } from "./container/local-inference-host.ts";
import type { EmulatorContext } from "./context.ts";
import { createInstanceQuotas } from "./quotas.ts";
import { openObjectStore } from "./services/s3/storage/object-store.ts";
import { instancesOf } from "./services/sagemaker/serving.ts";
import { openRecords } from "./store/open-records.ts";
import { openTelemetry } from "./telemetry/durable-telemetry.ts";

export type ContextOptions = {
  dataDir: string;
  clock: FollowedClock;
  delays: Delays;
  /** Instead of child processes that run models: for tests of what happens around them. */
  inference?: InferenceHost;
  /** Whether training jobs and endpoints may run people's scripts on this machine. */
  runsScripts: boolean;
  /** Where models of the Hub come from; the Hub itself when left out. */
  hubUrl?: string;
};

export type OpenContext = {
  context: EmulatorContext;
  /** Tells everything under way that the emulator ends. */
  stop(): void;
  close(): Promise<void>;
};

/** Opens everything durable below `dataDir` and starts what runs models. */
export function openContext({
  dataDir,
  clock,
  delays,
  inference: given,
  runsScripts,
  hubUrl,
}: ContextOptions): OpenContext {
  const database = openSqlite(join(dataDir, "emulator.sqlite"));
  const records = openRecords(database);
  const objects = openObjectStore({ database, dataDir, clock });
  const telemetry = openTelemetry(database, clock);
  const cacheDir = join(dataDir, "models");
  const { objectFile } = objects;
  const inference =
    given ??
    createInferenceHost({
      telemetry,
      clock,
      cacheDir,
      objectFile,
      runsScripts,
      hubUrl,
      instancesOf: (target) => instancesOf(context, target),
    });
  const stopping = new AbortController();
  clock.wrapMoves(records.transaction, stopping.signal);
  const context: EmulatorContext = {
    clock,
    dataDir,
    database,
    records,
    telemetry,
    inference,
    behaviour: { ...delays, ...NORMAL },
    quotas: createInstanceQuotas(),
    spotInterruptions: new Set(),
    stopping: stopping.signal,
    runsScripts,
    objects,
    objectFile,
  };
  return {
    context,
    stop: () => stopping.abort(),
    close: async () => {
      await inference.close();
      telemetry.close();
      database.close();
    },
  };
}
