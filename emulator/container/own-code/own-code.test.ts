import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { S3Client } from "@aws-sdk/client-s3";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { needs } from "../../testing/needs.ts";
import { s3Client } from "../../testing/s3-client.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";
import { putSource } from "../../testing/training-fixtures.ts";

// Python and its models are processes, which start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let emulator: TestEmulator;
let s3: S3Client;

beforeAll(async () => {
  emulator = await startTestEmulator();
  s3 = s3Client(emulator);
});
afterAll(() => emulator.close());
afterEach(() => vi.unstubAllEnvs());

const PYTHON = "python3";
const python = (context: Parameters<typeof needs>[0]) => needs(context, PYTHON, PYTHON, "--version");

type Wish = { files?: Record<string, string | Buffer>; environment?: Record<string, string> };

/** An endpoint whose archive holds this script, as the Python SDK sends it. */
async function deploy(name: string, script: string, { files = {}, environment = {} }: Wish = {}) {
  const modelDataUrl = await putSource(s3, name, { "code/inference.py": script, ...files });
  const set = { SAGEMAKER_PROGRAM: "inference.py", SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code", ...environment };
  return deployModel(emulator, name, [{ modelDataUrl, environment: set }]);
}

type Question = { body: string | Uint8Array; contentType?: string; accept?: string };

async function ask(name: string, { body, contentType = "application/json", accept }: Question) {
  const runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  const command = new InvokeEndpointCommand({
    EndpointName: name,
    Body: body,
    ContentType: contentType,
    Accept: accept,
  });
  const { Body, ContentType } = await runtime.send(command);
  return { text: Body.transformToString(), contentType: ContentType };
}

/** What the container said to a request that failed. */
async function refusal(name: string, question: Question): Promise<{ status: number; message: string }> {
  try {
    await ask(name, question);
  } catch (cause) {
    const { OriginalStatusCode, OriginalMessage } = cause as { OriginalStatusCode: number; OriginalMessage: string };
    return { status: OriginalStatusCode, message: (JSON.parse(OriginalMessage) as { message: string }).message };
  }
  throw new Error("The call succeeded.");
}

async function log(name: string): Promise<string> {
  const client = new CloudWatchLogsClient(emulator.sdk);
  const { events = [] } = await client.send(
    new FilterLogEventsCommand({ logGroupName: `/aws/sagemaker/Endpoints/${name}` }),
  );
  return events.map(({ message }) => message).join("\n");
}

test("a script with all functions loads its model, reads, predicts and answers; what it prints is in the log", async (context) => {
  await python(context);
  const script = `
import json, logging, os, sys

def model_fn(model_dir, context):
    print("loading from", os.path.basename(os.getcwd())[:8])
    with open(os.path.join(model_dir, "weights.json")) as file:
        return json.load(file)

def input_fn(data, content_type):
    return {"kind": type(data).__name__, "data": data.decode("utf-8") if isinstance(data, bytes) else data}

def predict_fn(data, model):
    logging.getLogger("mine").info("predicting")
    print("to stderr", file=sys.stderr)
    return {**data, "bias": model["bias"], "secret": os.environ["SECRET_WORD"]}

def output_fn(prediction, accept, context):
    return json.dumps([prediction, accept, context.get_request_header(0, "Content-Type")])
`;
  const files = { "weights.json": '{"bias": 3}' };
  const endpoint = await deploy("all-hooks", script, { files, environment: { SECRET_WORD: "sesame" } });
  expect(endpoint).toMatchObject({ EndpointStatus: "InService" });

  const answer = await ask("all-hooks", { body: "a,b", contentType: "text/csv", accept: "application/x-own" });
  expect(answer.contentType).toBe("application/x-own");
  expect(JSON.parse(answer.text)).toStrictEqual([
    { kind: "str", data: "a,b", bias: 3, secret: "sesame" },
    "application/x-own",
    "text/csv",
  ]);
  const binary = await ask("all-hooks", { body: new TextEncoder().encode("raw"), contentType: "text/plain" });
  expect(JSON.parse(binary.text)).toMatchObject([{ kind: "bytes", data: "raw" }, "application/json", "text/plain"]);

  const lines = await log("all-hooks");
  expect(lines).toMatch(/\[INFO \] W-9000-model-stdout com\.amazonaws\.ml\.mms\.wlm\.WorkerLifeCycle - predicting/);
  expect(lines).toMatch(/\[WARN \] W-9000-model-stderr .* - to stderr/);
  expect(lines).toContain("loading from own-code");
  expect(lines).toContain("`model_fn` implementation found. It will be used in place of the default one.");
});

test("a script with a few functions gets the toolkit's own for the others", async (context) => {
  await python(context);
  const script = `
def model_fn(model_dir):
    return lambda inputs, scale=1: {"vectors": [len(text) * scale for text in inputs], "name": "ü"}
`;
  await deploy("few-hooks", script);
  const whole = await ask("few-hooks", { body: '{"inputs": ["a", "bcd"], "parameters": {"scale": 10}}' });
  expect(whole).toStrictEqual({ text: '{"vectors":[10,30],"name":"ü"}', contentType: "application/json" });
  const rows = await ask("few-hooks", { body: "inputs\nab\ncde\n", contentType: "text/csv" });
  expect(JSON.parse(rows.text)).toMatchObject({ vectors: [2, 3] });
  expect((await refusal("few-hooks", { body: "x", contentType: "text/plain" })).message).toMatch(
    /^Content type text\/plain is not supported by this framework\./,
  );
  expect(await refusal("few-hooks", { body: "[1]" })).toStrictEqual({
    status: 400,
    message: "pop expected at most 1 argument, got 2",
  });
});

test("a script without model_fn predicts with the emulator's own pipeline", async (context) => {
  await python(context);
  const script = `
from sagemaker_huggingface_inference_toolkit import decoder_encoder

def input_fn(data, content_type):
    return {"inputs": decoder_encoder.decode(data, content_type)["text"]}

def predict_fn(data, model):
    best = model(data["inputs"], top_k=1)[0]
    return {"mood": best["label"], "is_sure": best["score"] > 0.5}
`;
  const environment = { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" };
  const endpoint = await deploy("default-load", script, { environment });
  expect(endpoint).toMatchObject({ EndpointStatus: "InService" });
  const { text } = await ask("default-load", { body: '{"text": "a wonderful day"}' });
  expect(JSON.parse(text)).toStrictEqual({ mood: "POSITIVE", is_sure: true });
});

test("transform_fn does all of it, in a module of another name with a helper beside it", async (context) => {
  await python(context);
  const files = {
    "code/serve.py": `
from helper import shout

def model_fn(model_dir):
    return "!"

def transform_fn(model, data, content_type, accept):
    return shout(data) + model
`,
    "code/helper.py": "def shout(text):\n    return text.upper()\n",
  };
  await deploy("transform", "raise ValueError('not this one')", {
    files,
    environment: { SAGEMAKER_PROGRAM: "serve.py" },
  });
  expect((await ask("transform", { body: '"hi"' })).text).toBe('"HI"!');
});

const MODEL = "def model_fn(model_dir):\n    return None\n";

test.for<[string, string, Record<string, string>, RegExp]>([
  [
    "mixed",
    "def transform_fn(m, d, c, a):\n    pass\ndef input_fn(d, c):\n    pass\n",
    {},
    /ValueError: Cannot use transform_fn implementation in conjunction with input_fn, predict_fn, and\/or output_fn implementation/,
  ],
  [
    "arguments",
    "def model_fn():\n    pass\n",
    {},
    /TypeError: model_fn definition takes 1 or 2 arguments but 0 were given\./,
  ],
  ["missing-package", `import no_such_package\n${MODEL}`, {}, /ModuleNotFoundError: No module named 'no_such_package'/],
  ["leaves", `import sys\nsys.exit(3)\n`, {}, /ended before it was ready, by exit code 3\./],
  [
    "no-weights",
    "def input_fn(d, c):\n    pass\n",
    {},
    /code\/inference\.py has no model_fn.*no config\.json.*Or write/,
  ],
  [
    "requirements",
    MODEL,
    { "code/requirements.txt": "./no-such-wheel.whl\n" },
    /failed to install required packages of code\/requirements\.txt:\nERROR: .*no-such-wheel\.whl/,
  ],
])("a script that is wrong (%s) fails the endpoint with Python's own words", async ([
  name,
  script,
  files,
  reason,
], context) => {
  await python(context);
  const { EndpointStatus, FailureReason } = await deploy(name, script, { files });
  expect(FailureReason).toMatch(reason);
  expect(EndpointStatus).toBe("Failed");
  expect(await log(name)).toMatch(reason);
});

/** A package of one module, packed by Python itself. */
function makeWheel(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "wheel-"));
  const about = "wanted-1.0.dist-info";
  mkdirSync(join(folder, about));
  writeFileSync(join(folder, "wanted.py"), "WORD = 'from a package'\n");
  writeFileSync(join(folder, about, "METADATA"), "Metadata-Version: 2.1\nName: wanted\nVersion: 1.0\n");
  writeFileSync(join(folder, about, "WHEEL"), "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
  writeFileSync(join(folder, about, "RECORD"), "");
  execFileSync(PYTHON, ["-m", "zipfile", "-c", "wanted.whl", "wanted.py", about], { cwd: folder });
  return readFileSync(join(folder, "wanted.whl"));
}

test("packages of requirements.txt are there for the script alone", async (context) => {
  await python(context);
  await needs(context, "pip", PYTHON, "-m", "pip", "--version");
  const wheel = "wanted-1.0-py3-none-any.whl";
  const files = { "code/requirements.txt": `--no-index\n./${wheel}\n`, [`code/${wheel}`]: makeWheel() };
  const script = `import wanted\n${MODEL}def transform_fn(m, d, c, a):\n    return wanted.WORD\n`;
  const endpoint = await deploy("with-requirements", script, { files });
  expect(endpoint.FailureReason).toBeUndefined();
  expect((await ask("with-requirements", { body: "{}" })).text).toBe("from a package");
});

test("what a function raises is the answer's message, with its traceback in the log", async (context) => {
  await python(context);
  const script = `${MODEL}
def predict_fn(data, model):
    if data["inputs"] == "die":
        import os
        os._exit(9)
    raise KeyError("no such column")
`;
  await deploy("raises", script);
  expect(await refusal("raises", { body: '{"inputs": "x"}' })).toStrictEqual({
    status: 400,
    message: "'no such column'",
  });
  const lines = await log("raises");
  expect(lines).toMatch(/Traceback \(most recent call last\):/);
  expect(lines).toMatch(/inference\.py", line \d+, in predict_fn/);

  expect(await refusal("raises", { body: '{"inputs": "die"}' })).toStrictEqual({
    status: 500,
    message: "Worker died.",
  });
  // The next request finds a new process.
  expect((await refusal("raises", { body: '{"inputs": "x"}' })).status).toBe(400);
});

test("a function that outlasts the server's patience is ended, and the next request is served", async (context) => {
  await python(context);
  const script = `import time\n${MODEL}
def predict_fn(data, model):
    while data["inputs"] == "hang":
        time.sleep(0.05)
    return "done"
`;
  await deploy("hangs", script, { environment: { SAGEMAKER_MODEL_SERVER_TIMEOUT_SECONDS: "1" } });
  expect(await refusal("hangs", { body: '{"inputs": "hang"}' })).toStrictEqual({
    status: 500,
    message: "Worker died.",
  });
  expect((await ask("hangs", { body: '{"inputs": "x"}' })).text).toBe('"done"');
});

test("after a restart of the emulator the script runs again", async (context) => {
  await python(context);
  await deploy("again", `${MODEL}def predict_fn(data, model):\n    return "here"\n`);
  emulator = await emulator.restart();
  s3 = s3Client(emulator);
  expect((await ask("again", { body: "{}" })).text).toBe('"here"');
});

test("without python3 the endpoint fails with that reason", async () => {
  const modelDataUrl = await putSource(s3, "no-python", { "code/inference.py": MODEL });
  vi.stubEnv("PATH", mkdtempSync(join(tmpdir(), "empty-")));
  const endpoint = await deployModel(emulator, "no-python", [{ modelDataUrl }]);
  expect(endpoint.EndpointStatus).toBe("Failed");
  expect(endpoint.FailureReason).toContain("python3 is not installed on the emulator's machine");
});

test("an emulator that was not started for it runs no script", async () => {
  const cautious = await startTestEmulator({ runsScripts: false });
  const modelDataUrl = await putSource(s3Client(cautious), "switched-off", { "code/inference.py": MODEL });
  const endpoint = await deployModel(cautious, "switched-off", [{ modelDataUrl }]);
  expect(endpoint.EndpointStatus).toBe("Failed");
  expect(endpoint.FailureReason).toContain("EMULATOR_RUN_SCRIPTS=1");
  await cautious.close();
});
