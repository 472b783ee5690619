// `npm start`: installs and builds when needed, then runs the emulator and the console until Ctrl-C.
// It runs before anything is installed, so it may import Node's own modules and its neighbours only.

import { ensureBuilt } from "./launch/build.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { requireNodeVersion } from "./launch/node-version.mjs";
import { requireFreePorts } from "./launch/ports.mjs";
import { consoleProcess, emulatorProcess } from "./launch/processes.mjs";
import { readSettings } from "./launch/settings.mjs";
import { supervise } from "./launch/supervise.mjs";

requireNodeVersion();
const settings = readSettings(process.argv.slice(2), process.env);
await requireFreePorts(settings);
ensureInstalled();
if (!settings.isDev) ensureBuilt();

const processes = settings.isAws ? [consoleProcess(settings)] : [emulatorProcess(settings), consoleProcess(settings)];
await supervise(processes, () => {
  const where = settings.isAws
    ? `AWS, region ${settings.region}`
    : `the built-in emulator at ${settings.emulatorUrl} (no AWS account, no cost)`;
  console.info(`\n  Console   ${settings.consoleUrl}\n  Models on ${where}\n  Stop with Ctrl-C\n`);
});
