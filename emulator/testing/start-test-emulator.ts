import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_DELAYS } from "../behaviour.ts";
import { manualClock } from "../clock.ts";
import { DEFAULT_REGION } from "../context.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../server.ts";

export type TestEmulator = Emulator & {
  dataDir: string;
  /** Settings for a client of the AWS SDK. */
  sdk: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  /** Starts again on the same data, as after a restart; the address changes. */
  restart(): Promise<TestEmulator>;
};

export type TestOptions = Pick<EmulatorOptions, "delays" | "inference" | "runsScripts" | "hubUrl">;

/** An emulator on a free port with a folder of its own, a clock that stands until it is moved, and no delays. */
export async function startTestEmulator(options: TestOptions = {}): Promise<TestEmulator> {
  return startOn(await mkdtemp(join(tmpdir(), "emulator-")), manualClock(), options);
}

async function startOn(dataDir: string, clock: Emulator["clock"], options: TestOptions): Promise<TestEmulator> {
  const emulator = await startEmulator({ port: 0, dataDir, clock, delays: NO_DELAYS, runsScripts: true, ...options });
  return {
    ...emulator,
    dataDir,
    sdk: {
      endpoint: emulator.url,
      region: DEFAULT_REGION,
      credentials: { accessKeyId: "AKIDEMULATOR", secretAccessKey: "emulator" },
    },
    close: async () => {
      await emulator.close();
      // An answer that was being written when it closed may still land.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
    restart: async () => {
      await emulator.close();
      return startOn(dataDir, clock, options);
    },
  };
}
