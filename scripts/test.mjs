// `npm test`: every check of the project, from type check to browser specs; ends in `N passed, M failed`.
import { ensureBuilt } from "./launch/build.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { requireNodeVersion } from "./launch/node-version.mjs";

requireNodeVersion();
ensureInstalled();

// Loaded only now: they use what has just been installed.
const { runStaticChecks } = await import("./checks/static.mjs");
const { runUnitTests } = await import("./checks/unit.mjs");
const { runBrowserTests } = await import("./checks/browser.mjs");
const { formatTally, tally } = await import("./checks/tally.mjs");

const results = [...runStaticChecks(), runUnitTests()];
ensureBuilt();
results.push(await runBrowserTests());

for (const { name, passed, failed } of results) console.info(`${name.padEnd(14)} ${passed} passed, ${failed} failed`);
const total = tally(results);
console.info(`\n${formatTally(total)}`);
process.exit(total.failed === 0 ? 0 : 1);
