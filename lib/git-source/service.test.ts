import { GetObjectCommand } from "@aws-sdk/client-s3";
import { unpackTar } from "modern-tar";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { s3Client } from "@/lib/aws/client";
import type { Workspace } from "@/lib/workspaces/view";

import { GitSourceInput } from "./schema";
import { packGitSource } from "./service";
import { type GitServer, startGitServer } from "./testing/git-server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: null,
  bucket: null,
};

let emulator: TestEmulator;
let host: GitServer;
beforeAll(async () => {
  emulator = await startTestEmulator();
  host = await startGitServer({
    "README.md": "Examples",
    "examples/qa/run_qa.py": "print('qa')\n",
    "examples/qa/utils/trainer.py": "pass\n",
    "examples/qa/shared.py": "-> ../common.py",
    "examples/qa/passwd": "-> ../../../../../etc/passwd",
    "examples/qa/root": "-> /etc/passwd",
    "examples/common.py": "common = 1\n",
  });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  vi.stubEnv("GIT_LOCAL_ORIGIN", host.url);
});
afterAll(async () => {
  await host.close();
  await emulator.close();
});

function pack(over: Partial<GitSourceInput>, signal: AbortSignal = new AbortController().signal) {
  const steps: string[] = [];
  const input = GitSourceInput.parse({ repository: `${host.url}/owner/examples.git`, ref: "", folder: "", ...over });
  const onProgress = (step: string) => {
    if (steps.at(-1) !== step) steps.push(step);
  };
  return packGitSource(workspace, input, { onProgress, signal }).then((source) => ({ source, steps }));
}

async function contentOf(s3Uri: string): Promise<Record<string, string>> {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(s3Uri) ?? [];
  const { Body } = await s3Client(workspace).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = new Uint8Array((await Body?.transformToByteArray()) ?? []);
  const entries = await unpackTar(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  return Object.fromEntries(entries.map(({ header, data }) => [header.name, new TextDecoder().decode(data)]));
}

test("a folder lies at the archive's root, links inside the repository as the files they lead to", async () => {
  const { source, steps } = await pack({ ref: "v1.0", folder: "./examples/qa" });
  expect(source).toMatchObject({
    commit: host.commit,
    files: ["run_qa.py", "shared.py", "utils/trainer.py"],
    leftOut: [
      "passwd: a link to what is no file of the repository",
      "root: a link to what is no file of the repository",
    ],
  });
  expect(source.s3Uri).toMatch(
    new RegExp(`^s3://sagemaker-us-east-1-\\d{12}/git-sources/${host.commit}-[0-9a-f]{16}/sourcedir\\.tar\\.gz$`),
  );
  expect(await contentOf(source.s3Uri)).toStrictEqual({
    "run_qa.py": "print('qa')\n",
    "shared.py": "common = 1\n",
    "utils/trainer.py": "pass\n",
  });
  expect(steps.filter((step) => step !== "receiving")).toStrictEqual(["connecting", "packing", "uploading"]);
});

test("a branch, a tag, a commit, the default branch and a moved repository are the same script once", async () => {
  const folder = "examples/qa";
  const all = [
    await pack({ folder }),
    await pack({ folder, ref: "main" }),
    await pack({ folder, ref: host.commit }),
    await pack({ folder, repository: `${host.url}/owner/moved.git` }),
  ];
  expect(new Set(all.map(({ source }) => source.s3Uri)).size).toBe(1);
});

test.each<[string, Partial<GitSourceInput>, object]>([
  ["no such branch", { ref: "v9" }, { fieldErrors: { gitRef: ["The repository has no branch, tag or commit v9."] } }],
  [
    "no such commit",
    { ref: "a".repeat(40) },
    { fieldErrors: { gitRef: [expect.stringContaining("no branch, tag or")] } },
  ],
  [
    "no such folder",
    { folder: "nowhere" },
    { fieldErrors: { gitFolder: [expect.stringContaining("no folder nowhere")] } },
  ],
  ["a file as folder", { folder: "README.md" }, { fieldErrors: { gitFolder: [expect.stringContaining("is a file")] } }],
])("%s is said at its field", async (_what, over, problem) => {
  await expect(pack(over)).rejects.toMatchObject({ problem });
});

test("a repository that is not there, is private, or is none, is said at its field", async () => {
  const at = (path: string) => pack({ repository: host.url + path });
  const missing = { problem: { fieldErrors: { gitRepository: [expect.stringContaining("no public repository at")] } } };
  await expect(at("/owner/absent.git")).rejects.toMatchObject(missing);
  await expect(at("/owner/private.git")).rejects.toMatchObject(missing);
  const other = { problem: { fieldErrors: { gitRepository: [expect.stringContaining("but something else")] } } };
  await expect(at("/owner/page.git")).rejects.toMatchObject(other);
});

test("this machine and private networks are not read, also when a public host leads there", async () => {
  const refused = (repository: string) => expect(pack({ repository })).rejects;
  await refused("https://127.0.0.1:1/owner/examples.git").toMatchObject({
    message: expect.stringContaining("private network"),
  });
  await refused("https://localhost:1/owner/examples.git").toMatchObject({
    message: expect.stringContaining("private network"),
  });
  await refused("https://[::ffff:10.0.0.1]/x/y.git").toMatchObject({
    message: expect.stringContaining("private network"),
  });
  await refused(`${host.url}/owner/away.git`).toMatchObject({
    message: expect.stringContaining("169.254.169.254 is in"),
  });
  await refused("http://example.com/owner/x.git").toMatchObject({ message: expect.stringContaining("Only https") });
});

test("who leaves stops the reader", async () => {
  const left = new AbortController();
  const reading = pack({ repository: `${host.url}/owner/endless.git` }, left.signal);
  await vi.waitFor(() => expect(host.asked.join()).toContain("endless"), { timeout: 20_000 });
  left.abort();
  await expect(reading).rejects.toMatchObject({ message: "Reading the repository was stopped." });
});
