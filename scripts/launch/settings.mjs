import { resolve } from "node:path";

/**
 * Reads what `npm start` was asked to do.
 * Arguments: `--aws` (no emulator, the SDK's default credentials), `--dev` (next dev).
 * Environment: PORT, EMULATOR_PORT, HOST, DATA_DIR, AWS_REGION, NEXTAUTH_URL.
 */
export function readSettings(args, env) {
  const unknown = args.find((arg) => arg !== "--aws" && arg !== "--dev");
  if (unknown) fail(`Unknown option ${unknown}. Known: --aws, --dev.`);
  const host = env.HOST || "127.0.0.1";
  const port = portNumber("PORT", env.PORT || "3000");
  const emulatorPort = portNumber("EMULATOR_PORT", env.EMULATOR_PORT || "4566");
  if (port === emulatorPort) fail(`PORT and EMULATOR_PORT are both ${port}. Give one of them another number.`);
  return {
    isAws: args.includes("--aws"),
    isDev: args.includes("--dev"),
    host,
    port,
    emulatorPort,
    dataDir: resolve(env.DATA_DIR || ".data"),
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || "us-east-1",
    // The address people open; sign-in redirects go there.
    consoleUrl: env.NEXTAUTH_URL || `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`,
    // An IP address, not "localhost": the SDKs then address buckets by path (localhost would become bucket.localhost).
    emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
  };
}

function portNumber(name, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  return fail(`${name} is "${text}". It must be a number between 1 and 65535.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
