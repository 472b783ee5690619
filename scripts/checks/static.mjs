import { run } from "../launch/run.mjs";

const CHECKS = [
  { name: "route types", args: ["node_modules/next/dist/bin/next", "typegen"] },
  { name: "types", args: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  { name: "lint", args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."] },
  { name: "unused code", args: ["node_modules/knip/bin/knip.js"] },
];

/** Type check, lint with layer rules, dead code: one result each. */
export function runStaticChecks() {
  return CHECKS.map(({ name, args }) => {
    console.info(`\n— ${name}`);
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
    const code = run(process.execPath, args, { env });
    return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  });
}
