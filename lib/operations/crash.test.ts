import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { GetObjectCommand, ListMultipartUploadsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { ListModelsCommand } from "@aws-sdk/client-sagemaker";
import { packTar, unpackTar } from "modern-tar";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { type Emulator, startEmulator } from "@/emulator/server";
import { s3Client, sagemakerClient } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";
import { createMultipartUpload } from "@/lib/aws/s3/upload";
import { listEndpointConfigNames } from "@/lib/aws/sagemaker/endpoint-configs";
import { listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { database } from "@/lib/db/database";
import { buildRequests } from "@/lib/deploy/build-requests";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { deployNames } from "@/lib/deploy/names";
import { newRequestId } from "@/lib/deploy/request-id";
import { DeployInput } from "@/lib/deploy/schema";
import { packedArchiveUri, parseS3Uri } from "@/lib/own-code/places";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";
import { requireWorkspace } from "@/lib/workspaces/service";

import { readOperation } from "./journal";
import { runOperation } from "./runner";
import { removeMade, retryOperation, startOperation } from "./service";

const root = mkdtempSync(join(tmpdir(), "console-crash-"));
const member = { id: "m", name: "mia", role: "operator" } as const;
const colleague = { id: "n", name: "noa", role: "operator" } as const;
let emulator: Emulator;

/** The account's default bucket, which the emulator has from the start. */
const BUCKET = "sagemaker-us-east-1-111122223333";

// The sweeper of this process must not work on operations that are meant for the others.
vi.mock("./sweeper", () => ({ wakeOperations: () => {}, resumeOperations: () => {} }));

beforeAll(async () => {
  emulator = await startEmulator({
    port: 0,
    dataDir: join(root, "emulator"),
    delays: { endpointDelayMs: 0, deleteDelayMs: 0, trainingDelayMs: 0, coldStartMs: 0 },
  });
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await createFirstWorkspaces();
}, 30_000);

afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

type WrittenDeploy = { id: string; name: string; packed: { bucket: string; key: string } };

/** Writes a deploy down, as the form's action does, without working on it. */
async function writeDeploy(over: Partial<DeployInput> = {}): Promise<WrittenDeploy> {
  const id = newRequestId();
  const workspace = await requireWorkspace("local");
  const input = DeployInput.parse({
    ...EMPTY_DEPLOY,
    requestId: id,
    stampedAt: new Date().toISOString(),
    source: "bundled",
    bundledModel: "afinn-sentiment",
    task: "text-classification",
    endpointName: `crash-${id.slice(0, 8)}`,
    image:
      "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04",
    instanceType: "ml.m5.xlarge",
    executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    ...over,
  });
  const names = deployNames(input, new Date(input.stampedAt));
  const packedUri = packedArchiveUri(BUCKET, names.model);
  const requests = buildRequests(input, { region: workspace.region, names, hubToken: null, packedUri });
  const pack = input.ownCode ? { id, modelUri: null, codeUri: input.codeUri, packedUri } : undefined;
  await startOperation(workspace, member, {
    id,
    kind: "deploy",
    target: `endpoint ${names.endpoint}`,
    summary: {},
    plan: { requests, pack },
  });
  return { id, name: input.endpointName, packed: parseS3Uri(packedUri) };
}

/** Lets a process of its own work on the operation; says how the process ended. */
function work(id: string, crashAt = ""): Promise<string> {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/operations/testing/run-to-crash.ts", id];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, CRASH_AT: crashAt } }, (error, _out, stderr) => {
      resolve(error ? (error.signal ?? `${error.code}: ${stderr}`) : "ended");
    });
  });
}

/** What a restarted console does once the dead one's lease has run out. */
async function workAfterRestart(id: string): Promise<void> {
  const db = await database();
  await db
    .updateTable("operations")
    .set({ lease_expires_at: new Date(0).toISOString() })
    .where("id", "=", id)
    .execute();
  await runOperation(id, "restarted");
}

async function counts(name: string) {
  const workspace = await requireWorkspace("local");
  forgetReads(workspace.id);
  const [models, configs, endpoints] = await Promise.all([
    sagemakerClient(workspace).send(new ListModelsCommand({ NameContains: name, MaxResults: 100 })),
    listEndpointConfigNames(workspace, null),
    listEndpoints(workspace, { search: name }),
  ]);
  const having = (names: string[]) => names.filter((each) => each.startsWith(name)).length;
  return {
    models: models.Models?.length,
    configs: having(configs.names),
    endpoints: endpoints.items.map((endpoint) => endpoint.status),
  };
}

const ONE_OF_EACH = { models: 1, configs: 1, endpoints: ["InService"] };
const POINTS = ["model", "endpoint-config", "endpoint", "in-service"].flatMap((step) => [
  `${step}:attempting`,
  `${step}:called`,
  `${step}:done`,
]);

describe("a console killed during a deploy", () => {
  test.each(POINTS)("at %s finishes it after a restart, with one of each thing", async (point) => {
    const { id, name } = await writeDeploy();
    expect(await work(id, point)).toBe("SIGKILL");
    expect((await readOperation(id))?.status).toBe("running");

    await workAfterRestart(id);
    expect(await readOperation(id)).toMatchObject({ status: "succeeded", problem: null });
    expect(await counts(name)).toStrictEqual(ONE_OF_EACH);
  }, 60_000);
});

describe("a console killed while it packs code into an archive", () => {
  /** Nothing that the container would run, so that these tests need no Python. */
  async function uploadCode(): Promise<Partial<DeployInput>> {
    const archive = gzipSync(await packTar([{ header: { name: "notes.txt", size: 5, type: "file" }, body: "hello" }]));
    const Key = `uploads/${newRequestId()}/code.tar.gz`;
    const s3 = s3Client(await requireWorkspace("local"));
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: archive }));
    return { ownCode: true, codeUri: `s3://${BUCKET}/${Key}` };
  }

  async function filesAt({ bucket, key }: WrittenDeploy["packed"]): Promise<string[] | null> {
    const s3 = s3Client(await requireWorkspace("local"));
    const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(() => null);
    if (!found?.Body) return null;
    const entries = await unpackTar(gunzipSync(await found.Body.transformToByteArray()));
    return entries.map(({ header }) => header.name);
  }

  test.each(["attempting", "called", "done"])("at %s has one whole archive after a restart", async (point) => {
    const { id, name, packed } = await writeDeploy(await uploadCode());
    const workspace = await requireWorkspace("local");
    await createMultipartUpload(workspace, packed); // as of a process that died in the middle
    expect(await work(id, `pack-code:${point}`)).toBe("SIGKILL");
    await workAfterRestart(id);
    expect(await readOperation(id)).toMatchObject({ status: "succeeded", problem: null });
    expect(await filesAt(packed)).toStrictEqual(["code/notes.txt"]);
    expect(await counts(name)).toStrictEqual(ONE_OF_EACH);
    const left = await s3Client(workspace).send(
      new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: packed.key }),
    );
    expect(left.Uploads ?? []).toStrictEqual([]);
  }, 60_000);

  test("takes it away with the rest when what was made is removed", async () => {
    const { id, packed } = await writeDeploy({ ...(await uploadCode()), bundledModel: "no-such-model" });
    await runOperation(id, "first");
    const failed = await readOperation(id);
    expect(failed?.status).toBe("failed");
    expect(failed?.progress.existing?.map(({ kind }) => kind)).toContain("archive");
    await removeMade(await requireWorkspace("local"), member, id);
    await runOperation(id, "second");
    expect(await readOperation(id)).toMatchObject({ status: "removed", progress: { existing: [] } });
    expect(await filesAt(packed)).toBeNull();
  }, 60_000);

  test("never writes over an object that it did not put there", async () => {
    const { id, packed } = await writeDeploy(await uploadCode());
    const s3 = s3Client(await requireWorkspace("local"));
    await s3.send(new PutObjectCommand({ Bucket: packed.bucket, Key: packed.key, Body: "another's" }));
    await runOperation(id, "first");
    expect((await readOperation(id))?.problem).toMatchObject({ code: "conflict" });
    const kept = await s3.send(new GetObjectCommand({ Bucket: packed.bucket, Key: packed.key }));
    expect(await kept.Body?.transformToString()).toBe("another's");
  }, 60_000);
});

describe("a console killed while deleting an endpoint", () => {
  test.each([
    "delete-endpoint",
    "delete-endpoint-config",
    "delete-models",
    "delete-alarms",
  ])("after %s leaves nothing behind after a restart", async (step) => {
    const { id: deployId, name } = await writeDeploy();
    await runOperation(deployId, "first");
    const record = await readOperation(deployId);
    const { requests } = record?.openPlan() as { requests: ReturnType<typeof buildRequests> };
    const plan = {
      endpoint: name,
      config: requests.endpointConfig.EndpointConfigName,
      models: [requests.model.ModelName],
    };
    const id = newRequestId();
    const workspace = await requireWorkspace("local");
    await startOperation(workspace, member, { id, kind: "delete-endpoint", target: name, summary: {}, plan });

    expect(await work(id, `${step}:called`)).toBe("SIGKILL");
    await workAfterRestart(id);
    expect(await readOperation(id)).toMatchObject({ status: "succeeded", progress: { existing: [] } });
    await vi.waitFor(
      async () => expect(await counts(name)).toStrictEqual({ models: 0, configs: 0, endpoints: [] }),
      10_000,
    );
  }, 60_000);
});

describe("a deploy that fails", () => {
  const broken = { bundledModel: "no-such-model" };

  test("says what exists, and a console killed while removing it leaves nothing behind after a restart", async () => {
    const { id, name } = await writeDeploy(broken);
    await runOperation(id, "first");
    const failed = await readOperation(id);
    expect(failed?.status).toBe("failed");
    expect(failed?.problem?.message).toMatch(/no-such-model|health check/);
    expect(failed?.progress.existing?.map((resource) => resource.kind)).toStrictEqual([
      "endpoint",
      "endpoint-config",
      "model",
    ]);

    const workspace = await requireWorkspace("local");
    await removeMade(workspace, member, id);
    for (const point of [
      "remove-endpoint:called",
      "gone:done",
      "remove-endpoint-config:called",
      "remove-model:called",
    ]) {
      expect(await work(id, point), point).toBe("SIGKILL");
      const db = await database();
      await db
        .updateTable("operations")
        .set({ lease_expires_at: new Date(0).toISOString() })
        .execute();
    }
    await workAfterRestart(id);
    expect(await readOperation(id)).toMatchObject({ status: "removed", progress: { existing: [] } });
    expect(await counts(name)).toStrictEqual({ models: 0, configs: 0, endpoints: [] });
  }, 120_000);

  test("can be retried: the failed endpoint is cleared away first", async () => {
    const { id, name } = await writeDeploy();
    await rehearse("health-check-failure");
    await runOperation(id, "first");
    expect((await readOperation(id))?.problem?.message).toContain("ping health check");

    await rehearse("normal");
    await retryOperation(await requireWorkspace("local"), colleague, id);
    await runOperation(id, "second");
    expect(await readOperation(id)).toMatchObject({ status: "succeeded", problem: null });
    expect(await counts(name)).toStrictEqual(ONE_OF_EACH);

    const db = await database();
    const cleared = db.selectFrom("audit").select("member_name").where("action", "=", "endpoint:delete");
    expect(await cleared.where("target", "=", `endpoint ${name}`).execute()).toStrictEqual([
      { member_name: colleague.name },
    ]);
  }, 60_000);

  test("because its name is somebody else's does not touch the other's endpoint", async () => {
    const other = await writeDeploy();
    await runOperation(other.id, "first");
    const { id } = await writeDeploy({ endpointName: other.name });
    await runOperation(id, "second");
    const failed = await readOperation(id);
    expect(failed?.problem).toMatchObject({ code: "conflict" });
    expect(failed?.progress.existing?.map((resource) => resource.kind)).toStrictEqual(["endpoint-config", "model"]);

    await removeMade(await requireWorkspace("local"), member, id);
    await runOperation(id, "third");
    expect(await counts(other.name)).toStrictEqual(ONE_OF_EACH);
  }, 60_000);
});

test("a token that AWS repeats in its refusal is in no row of the database", async () => {
  const token = `hf_${"x".repeat(1_100)}`;
  const { id } = await writeDeploy();
  const db = await database();
  const record = await readOperation(id);
  const plan = record?.openPlan() as {
    requests: { model: { PrimaryContainer: { Environment: Record<string, string> } } };
  };
  plan.requests.model.PrimaryContainer.Environment.HF_TOKEN = token;
  await db.deleteFrom("operations").where("id", "=", id).execute();
  await startOperation(await requireWorkspace("local"), member, { id, kind: "deploy", target: "t", summary: {}, plan });

  await runOperation(id, "first");
  expect((await readOperation(id))?.status).toBe("failed");
  const rows = [
    await db.selectFrom("operations").selectAll().execute(),
    await db.selectFrom("audit").selectAll().execute(),
  ];
  expect(JSON.stringify(rows)).not.toContain(token);
});

/** Makes the emulator behave as in one of its rehearsals. */
async function rehearse(name: string): Promise<void> {
  const response = await fetch(`${emulator.url}/_emulator/scenarios`, {
    method: "POST",
    body: JSON.stringify({ name }),
  });
  expect(response.ok, await response.text()).toBe(true);
}
