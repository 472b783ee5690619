/**
 * What the console adds to an invocation, and what it takes away from a stream: the browser's route against the AWS SDK
 * that calls the emulator itself, in turns, on one machine. Run it by `npm run bench:playground`; it starts a console as
 * people do, on ports and a folder of its own. `-- --pairs 400` measures longer.
 */
import { parseArgs } from "node:util";

import { askForWorkspaces, invokeByConsole, invokeBySdk, streamByConsole, streamBySdk } from "./calls.ts";
import { makeBenchEndpoints } from "./endpoints.ts";
import { machineLoad } from "./machine.ts";
import { alternate } from "./measure.ts";
import { startOwnConsole } from "./own-console.ts";
import { printReport } from "./report.ts";

const { values } = parseArgs({
  options: { pairs: { type: "string", default: "200" }, streams: { type: "string", default: "20" } },
});

const running = await startOwnConsole();
try {
  await makeBenchEndpoints(running.emulatorUrl);
  const startedAtLoad = machineLoad();
  const invocations = await alternate(Number(values.pairs), {
    sdk: () => invokeBySdk(running),
    console: () => invokeByConsole(running),
    floor: () => askForWorkspaces(running),
  });
  const streams = await alternate(Number(values.streams), {
    sdk: () => streamBySdk(running),
    console: () => streamByConsole(running),
  });
  printReport({ invocations, streams, startedAtLoad });
} finally {
  await running.stop();
}
