import { spawnSync } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { readSettings } from "./settings.mjs";

const startScript = fileURLToPath(new URL("../start.mjs", import.meta.url));

function start(args: string[], env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, [startScript, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 20_000,
  });
  return { status, stderr };
}

test("without settings the console is at 3000, the emulator at 4566, both on the loopback address", () => {
  expect(readSettings([], {})).toMatchObject({
    isAws: false,
    consoleUrl: "http://127.0.0.1:3000",
    emulatorUrl: "http://127.0.0.1:4566",
    host: "127.0.0.1",
    region: "us-east-1",
  });
});

test.each([
  [["--asw"], {}, /Unknown option --asw/],
  [[], { PORT: "http" }, /PORT is "http"/],
  [[], { PORT: "70000" }, /between 1 and 65535/],
  [[], { PORT: "4000", EMULATOR_PORT: "4000" }, /both 4000/],
])("npm start %j with %j is refused in words", (args, env, message) => {
  const { status, stderr } = start(args, env as Record<string, string>);
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
});

test("a busy port is named, with the variable that changes it", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // spawnSync blocks this process, but the kernel still holds the listening port.
  const { status, stderr } = start([], { PORT: String(port) });
  server.close();
  expect(stderr).toContain(`The console cannot use port ${port}: another program is listening on it`);
  expect(stderr).toContain(`PORT=${port + 1} npm start`);
  expect(status).toBe(1);
});
