import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListEndpointsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createEndpoint, untilStatus } from "./testing/sagemaker-fixtures.ts";

const MAIN = join(import.meta.dirname, "main.ts");
const credentials = { accessKeyId: "a", secretAccessKey: "b" };

let dataDir: string;
let children: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "emulator-main-"));
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    child.kill("SIGKILL");
    await ended(child);
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, EMULATOR_PORT: "0", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The address that the emulator prints once it answers. */
async function urlOf(child: ChildProcess): Promise<string> {
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const url = /SageMaker emulator on (http:\S+)/.exec(output)?.[1];
    if (url) return url;
  }
  throw new Error(`The emulator ended without an address: ${output}`);
}

function clientOf(endpoint: string): SageMakerClient {
  return new SageMakerClient({ endpoint, region: "us-east-1", credentials });
}

test("what was answered survives kill -9, and an endpoint killed while Creating gets into service", async () => {
  const first = start();
  const client = clientOf(await urlOf(first));
  await createEndpoint(client, "survivor");
  first.kill("SIGKILL");
  await ended(first);

  const next = clientOf(await urlOf(start()));
  const { Endpoints = [] } = await next.send(new ListEndpointsCommand({}));
  expect(Endpoints.map((each) => [each.EndpointName, each.EndpointStatus])).toStrictEqual([["survivor", "Creating"]]);
  await untilStatus(next, "survivor", "InService");
}, 90_000);

test("SIGTERM ends it cleanly", async () => {
  const child = start();
  await urlOf(child);
  child.kill("SIGTERM");
  expect(await ended(child)).toBe(0);
}, 30_000);

test("it ends when the program that started it is gone", async () => {
  const child = fork(MAIN, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, EMULATOR_PORT: "0", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.push(child);
  await urlOf(child);
  child.disconnect();
  expect(await ended(child)).toBe(0);
}, 30_000);

test("a port that is taken is named, with what to do", async () => {
  const taker = createServer();
  await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
  const { port } = taker.address() as { port: number };
  const child = start({ EMULATOR_PORT: String(port) });
  let message = "";
  child.stderr?.on("data", (chunk) => {
    message += String(chunk);
  });
  expect(await ended(child)).toBe(1);
  expect(message).toContain(`Port ${port} is in use. Stop what uses it, or set EMULATOR_PORT to another port.`);
  taker.close();
}, 30_000);
