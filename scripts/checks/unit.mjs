import { existsSync, readFileSync, rmSync } from "node:fs";

import { run } from "../launch/run.mjs";

const REPORT = "test-results/unit.json";

/** Unit and integration tests: real AWS SDK against a real emulator in the test's own process. */
export function runUnitTests() {
  console.info("\n— unit and integration tests");
  rmSync(REPORT, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const code = run(process.execPath, ["node_modules/vitest/vitest.mjs", ...args]);
  const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : {};
  const passed = report.numPassedTests ?? 0;
  const failed = report.numFailedTests ?? 0;
  // A suite that could not start counts no test: its exit code still says that it failed.
  return { name: "unit", passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
