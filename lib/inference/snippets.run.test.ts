import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, type TestContext, test, vi } from "vitest";

import type { ContainerRequest, InferenceHost } from "@/emulator/container/inference-host";
import { deployModel } from "@/emulator/testing/deploy-model";
import { needs } from "@/emulator/testing/needs";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { fileSnippet, invocationSnippets, jsonSnippet } from "./snippets";
import type { SnippetRequest } from "./snippets/snippet";

// Each snippet starts a program of its own, some of them slow ones.
vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const received: (ContainerRequest & { variantName: string })[] = [];
/** A container that keeps what it was sent, and answers in two pieces with a character cut between them. */
const ANSWER = Buffer.from('{"said":"grüße"}');
const host: InferenceHost = {
  start: async () => {},
  invoke: async ({ variantName }, request, options) => {
    received.push({ ...request, variantName });
    const cut = ANSWER.indexOf(0xc3) + 1;
    options?.onPart?.(ANSWER.subarray(0, cut), "application/json");
    options?.onPart?.(ANSWER.subarray(cut), "application/json");
    const body = options?.onPart ? Buffer.alloc(0) : ANSWER;
    return { status: 200, contentType: "application/json", body, modelLatencyUs: 1 };
  },
  release: () => {},
  close: async () => {},
};

let emulator: TestEmulator;
let folder: string;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: host });
  await deployModel(emulator, "demo", [{ name: "Blue" }, { name: "Green" }]);
  // Inside the project, so that the SDK is found from there.
  folder = await mkdtemp(join(process.cwd(), "node_modules", ".snippets-"));
  await writeFile(join(folder, "input.png"), PICTURE);
});
afterEach(() => {
  received.length = 0;
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff, 0x24, 0x27]);
/** Everything that is special to a shell, to Python, to JavaScript or to JSON, and numbers that are easily changed. */
const NASTY = JSON.stringify({
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must arrive as it stands
  inputs: 'it\'s "quoted" $HOME `id` \\n back\\slash\nnew line %s %(x)s 🌍 ünï <b>&amp;</b> !! #{x} ${x} JSON',
  parameters: { top_k: null, flag: true },
}).replace("}}", ',"temperature":2.0,"big":12345678901234567890}}');

/** How to run the code, and what must be there for it. */
const PROGRAMS: Record<string, { file: string; command: string; needs: [string, string, ...string[]] }> = {
  boto3: { file: "call.py", command: "python3", needs: ["boto3", "python3", "-c", "import boto3"] },
  cli: { file: "call.sh", command: "sh", needs: ["the AWS CLI", "aws", "--version"] },
  curl: {
    file: "curl.sh",
    command: "sh",
    needs: ["curl with --aws-sigv4", "sh", "-c", "curl --help all | grep -q sigv4"],
  },
  javascript: { file: "call.mjs", command: process.execPath, needs: ["Node", process.execPath, "--version"] },
};

async function runSnippet(context: TestContext, id: string, request: SnippetRequest): Promise<string> {
  const program = PROGRAMS[id];
  if (!program) throw new Error(`No program runs ${id}.`);
  await needs(context, ...program.needs);
  const target = { endpointName: "demo", region: "us-east-1", endpointUrl: emulator.url };
  const snippet = invocationSnippets(target, request).find((candidate) => candidate.id === id);
  await writeFile(join(folder, program.file), snippet?.code ?? "");
  const env = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    HOME: tmpdir(), // somebody's real profile must not be read
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_ACCESS_KEY_ID: "AKIDEMULATOR",
    AWS_SECRET_ACCESS_KEY: "emulator",
    PYTHONIOENCODING: "utf-8",
  };
  const { stdout } = await run(program.command, [program.file], { cwd: folder, env });
  return stdout;
}

/** The meaning of a JSON text: spaces and ways to write a letter apart; 2.0 is not 2. */
function canonical(json: string): string {
  const parts = json.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[^\s"]/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : part)).join("");
}

for (const id of Object.keys(PROGRAMS)) {
  test(`${id} sends JSON as it was written, whatever stands in it`, async (context) => {
    const stdout = await runSnippet(context, id, jsonSnippet(NASTY));
    expect(received.map(({ body }) => canonical(body.toString("utf8")))).toStrictEqual([canonical(NASTY)]);
    expect(received[0]).toMatchObject({ contentType: "application/json", accept: "application/json" });
    expect(stdout).toContain("grüße");
  });

  test(`${id} sends a file byte by byte, with every option`, async (context) => {
    const options = { variant: "Green", inferenceId: "id-7", customAttributes: "it's $8" };
    const stdout = await runSnippet(context, id, { ...fileSnippet("image/png"), ...options });
    expect(received).toStrictEqual([
      {
        body: PICTURE,
        contentType: "image/png",
        accept: "application/json",
        customAttributes: "it's $8",
        variantName: "Green",
      },
    ]);
    expect(stdout).toContain("grüße");
  });
}

for (const id of ["boto3", "javascript"]) {
  test(`${id} reads a streamed answer piece by piece`, async (context) => {
    const old = "hasattr(boto3.client('sagemaker-runtime', 'us-east-1'), 'invoke_endpoint_with_response_stream')";
    if (id === "boto3") await needs(context, "boto3 that streams", "python3", "-c", `import boto3; assert ${old}`);
    const stdout = await runSnippet(context, id, { ...jsonSnippet('{"inputs":"x"}'), isStreamed: true });
    expect(stdout).toBe('{"said":"grüße"}');
  });
}
