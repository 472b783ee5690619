import { join, resolve } from "node:path";
import { type Delays, INTERACTIVE_DELAYS } from "./behaviour.ts";
import { type Emulator, startEmulator } from "./server.ts";

const port = Number(process.env.EMULATOR_PORT ?? 4566);
const dataDir = resolve(join(process.env.DATA_DIR ?? ".data", "emulator"));

const emulator = await start();

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
// Started by another program: when that is gone, however it ended, nobody would stop this one.
if (process.send) process.on("disconnect", () => void stop());
// Last: whoever waits for this line may send a signal at once.
console.info(`SageMaker emulator on ${emulator.url}`);

async function start(): Promise<Emulator> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    fail(`EMULATOR_PORT is ${process.env.EMULATOR_PORT}; give a number from 1 to 65535.`);
  }
  try {
    return await startEmulator({
      port,
      dataDir,
      delays: { ...INTERACTIVE_DELAYS, ...endpointDelay() },
      runsScripts: process.env.EMULATOR_RUN_SCRIPTS === "1",
      hubUrl: process.env.HUB_URL?.replace(/\/$/, ""),
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EADDRINUSE") {
      fail(`Port ${port} is in use. Stop what uses it, or set EMULATOR_PORT to another port.`);
    }
    if ((cause as NodeJS.ErrnoException).code === "EACCES") {
      fail(`Port ${port} or the folder ${dataDir} may not be used by this user: ${(cause as Error).message}`);
    }
    throw cause;
  }
}

/** EMULATOR_ENDPOINT_DELAY_MS shortens or lengthens what an endpoint takes on top of loading its model. */
function endpointDelay(): Partial<Delays> {
  const text = process.env.EMULATOR_ENDPOINT_DELAY_MS;
  if (text === undefined) return {};
  const endpointDelayMs = Number(text);
  if (text.trim() === "" || !Number.isInteger(endpointDelayMs) || endpointDelayMs < 0) {
    fail(`EMULATOR_ENDPOINT_DELAY_MS is ${text}; give a whole number of milliseconds.`);
  }
  return { endpointDelayMs };
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await emulator.close();
  process.exit(0);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
