const NEXT = "node_modules/next/dist/bin/next";
// Ends a process whose supervisor was killed, so that nothing is left behind on the ports.
const LEAVE_WITH_PARENT = ["--import", new URL("./leave-with-parent.mjs", import.meta.url).href];

/** The emulator: name, command, environment and the address that answers once it is ready. */
export function emulatorProcess({ emulatorPort, emulatorUrl, dataDir, isDev }) {
  const main = ["--import", "tsx", "emulator/main.ts"];
  return {
    name: "emulator",
    args: isDev ? ["--watch-path=emulator", "--watch-preserve-output", ...main] : [...LEAVE_WITH_PARENT, ...main],
    // Started by a person on their own machine: training jobs may run their scripts, unless they say otherwise.
    env: {
      EMULATOR_PORT: String(emulatorPort),
      DATA_DIR: dataDir,
      EMULATOR_RUN_SCRIPTS: process.env.EMULATOR_RUN_SCRIPTS ?? "1",
    },
    readyUrl: `${emulatorUrl}/_emulator/health`,
  };
}

/** The console, as built, or as `next dev`. */
export function consoleProcess({ host, port, consoleUrl, dataDir, region, isAws, isDev, emulatorUrl }) {
  const target = isAws
    ? { AWS_REGION: region, EMULATOR_URL: undefined }
    : // No look-ups of real credentials while the emulator is in use: they cost seconds off EC2.
      { EMULATOR_URL: emulatorUrl, AWS_EC2_METADATA_DISABLED: "true" };
  return {
    name: "console",
    args: [...LEAVE_WITH_PARENT, NEXT, isDev ? "dev" : "start", "-H", host, "-p", String(port)],
    env: { DATA_DIR: dataDir, NEXTAUTH_URL: consoleUrl, NEXT_TELEMETRY_DISABLED: "1", ...target },
    readyUrl: `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/api/health`,
  };
}
