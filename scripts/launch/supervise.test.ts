import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";

const script = fileURLToPath(new URL("./testing/supervise-toys.mjs", import.meta.url));
let supervisor: ChildProcess | undefined;
let errors = "";

afterEach(() => supervisor?.kill("SIGKILL"));

/** Starts the supervisor over two toys and waits until it says that both are ready. */
async function start(): Promise<{ ports: number[]; ended: Promise<number | null> }> {
  const ports = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [script, ...ports.map(String)], { stdio: ["ignore", "pipe", "pipe"] });
  supervisor = child;
  errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  await once(child.stdout, "data");
  return { ports, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
const nothingAnswers = async (ports: number[]) => {
  await vi.waitFor(
    async () => expect(await Promise.all(ports.map(answers))).toStrictEqual(ports.map(() => false)),
    5_000,
  );
};

test("SIGTERM stops both children and ends with 0", async () => {
  const { ports, ended } = await start();
  supervisor?.kill("SIGTERM");
  expect(await ended).toBe(0);
  await nothingAnswers(ports);
});

test("a child that crashes is named and stops the rest with its exit code", async () => {
  const { ports, ended } = await start();
  await fetch(`http://127.0.0.1:${ports[1]}/crash`).catch(() => null);
  expect(await ended).toBe(7);
  expect(errors).toContain("The console ended by itself (exit code 7). Stopping the rest.");
  await nothingAnswers(ports);
});

test("kill -9 of the supervisor leaves no child behind", async () => {
  const { ports, ended } = await start();
  supervisor?.kill("SIGKILL");
  await ended;
  await nothingAnswers(ports);
});
