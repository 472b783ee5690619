import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "@/emulator/testing/deploy-model.ts";
import { eventsOf, gathered, type ModelCaller, modelCaller } from "@/emulator/testing/invoke-model.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const image = "huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312-cu130-ubuntu22.04";
const older = "huggingface-vllm:0.14.0-transformers4.57.3-gpu-py312-cu129-ubuntu22.04";

let emulator: TestEmulator;
let call: ModelCaller;

beforeAll(async () => {
  emulator = await startTestEmulator();
  call = modelCaller(emulator);
  const chat = { SM_VLLM_MODEL: "bundled/tiny-chat", SM_VLLM_SERVED_MODEL_NAME: "tiny", SM_VLLM_MAX_MODEL_LEN: "100" };
  await deployModel(emulator, "chat", [{ image, environment: chat }]);
  await deployModel(emulator, "older", [{ image: older, environment: chat }]);
  await deployModel(emulator, "stories", [{ image, environment: { HF_MODEL_ID: "bundled/tiny-stories-lm" } }]);
});
afterAll(() => emulator.close());

const messages = [{ role: "user", content: "Hello, my name is Sarah!" }];
const greedy = { messages, temperature: 0 };

type Whole = { choices: { message: { content: string }; finish_reason: string }[]; usage: Record<string, number> };
type Chunk = { choices: { delta: { content?: string }; finish_reason: string | null }[] };

test("a chat is answered with every member that vLLM's answers have", async () => {
  const answer = (await call.json("chat", greedy)) as Whole;
  const { prompt_tokens = 0, completion_tokens = 0 } = answer.usage;
  expect(answer).toStrictEqual({
    id: expect.stringMatching(/^chatcmpl-[0-9a-f]{32}$/),
    object: "chat.completion",
    created: expect.any(Number),
    model: "tiny",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: expect.stringContaining("Sarah"),
          refusal: null,
          annotations: null,
          audio: null,
          function_call: null,
          tool_calls: [],
          reasoning: null,
        },
        logprobs: null,
        finish_reason: "stop",
        stop_reason: null,
        token_ids: null,
      },
    ],
    service_tier: null,
    system_fingerprint: null,
    usage: {
      prompt_tokens,
      total_tokens: prompt_tokens + completion_tokens,
      completion_tokens,
      prompt_tokens_details: null,
    },
    prompt_logprobs: null,
    prompt_token_ids: null,
    kv_transfer_params: null,
  });
  expect(prompt_tokens).toBeGreaterThan(3);
  expect(completion_tokens).toBeGreaterThan(3);
});

test("a streamed chat begins with the role, and ends with usage and [DONE]", async () => {
  const whole = (await call.json("chat", greedy)) as Whole;
  const body = { ...greedy, stream: true, stream_options: { include_usage: true } };
  const events = eventsOf(await gathered(call.parts("chat", body)));
  expect(events[0]).toMatchObject({
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta: { role: "assistant", content: "" }, logprobs: null, finish_reason: null }],
  });
  expect(events.at(-1)).toBe("[DONE]");
  expect(events.at(-2)).toMatchObject({
    choices: [],
    usage: { completion_tokens: whole.usage.completion_tokens, prompt_tokens: whole.usage.prompt_tokens },
  });
  const chunks = events.slice(1, -2) as Chunk[];
  expect(chunks.map(({ choices }) => choices[0]?.delta.content).join("")).toBe(whole.choices[0]?.message.content);
  expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("stop");
});

test("a stop text ends the answer and is not shown, neither whole nor streamed", async () => {
  const body = { ...greedy, stop: "Sarah" };
  const whole = (await call.json("chat", body)) as Whole;
  expect(whole.choices[0]).toMatchObject({ finish_reason: "stop", stop_reason: "Sarah" });
  expect(whole.choices[0]?.message.content).not.toContain("S");
  const events = eventsOf(await gathered(call.parts("chat", { ...body, stream: true }))).slice(0, -1) as Chunk[];
  const text = events.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
  expect(text).toBe(whole.choices[0]?.message.content);
});

test("max_tokens, several choices and probabilities are as asked", async () => {
  const body = { messages, max_tokens: 2, n: 2, seed: 3, logprobs: true, top_logprobs: 2 };
  const answer = (await call.json("chat", body)) as Whole;
  expect(answer.choices.map(({ finish_reason }) => finish_reason)).toStrictEqual(["length", "length"]);
  expect(answer.usage).toMatchObject({ completion_tokens: 4 });
  const named = { token: expect.any(String), logprob: expect.any(Number), bytes: expect.any(Array) };
  expect(answer.choices[0]).toMatchObject({
    logprobs: {
      content: [
        { ...named, top_logprobs: [named, named] },
        { ...named, top_logprobs: [named, named] },
      ],
    },
  });
  expect(await call.json("chat", body)).toMatchObject({
    choices: answer.choices.map(({ message }) => ({ message })),
  });
});

test("a prompt is continued, with a prompt of token ids as well", async () => {
  const body = { prompt: "once upon a time", max_tokens: 6, temperature: 0, logprobs: 1 };
  const answer = await call.json("stories", body);
  expect(answer).toMatchObject({
    id: expect.stringMatching(/^cmpl-/),
    object: "text_completion",
    model: "bundled/tiny-stories-lm",
    choices: [
      {
        text: ", there was a brave mouse",
        finish_reason: "length",
        logprobs: {
          tokens: [",", " there", " was", " a", " brave", " mouse"],
          text_offset: [0, 1, 7, 11, 13, 19],
          token_logprobs: Array.from({ length: 6 }, () => expect.any(Number)),
        },
      },
    ],
    usage: { prompt_tokens: 4, completion_tokens: 6, total_tokens: 10 },
  });
  expect(await call.json("stories", { ...body, prompt: [128, 153, 5, 149] })).toMatchObject({
    choices: [{ text: ", there was a brave mouse" }],
  });
  const both = { ...body, prompt: ["once upon a time", "once upon a time"], echo: true };
  expect(await call.json("stories", both)).toMatchObject({
    choices: [0, 1].map((index) => ({ index, text: "once upon a time, there was a brave mouse" })),
    usage: { prompt_tokens: 8, completion_tokens: 12 },
  });
  const events = eventsOf(await gathered(call.parts("stories", { ...body, stream: true })));
  expect(events).toHaveLength(7);
});

const refused = (message: string, param: string | null = null) => ({
  status: 400,
  body: { error: { message, type: "BadRequestError", param, code: 400 } },
});

test.each([
  [{ temperature: -1 }, "temperature must be non-negative, got -1. (parameter=temperature, value=-1)", "temperature"],
  [{ top_p: 0 }, "top_p must be in (0, 1], got 0. (parameter=top_p, value=0)", "top_p"],
  [{ max_tokens: 0 }, "max_tokens must be at least 1, got 0. (parameter=max_tokens, value=0)", "max_tokens"],
  [{ presence_penalty: 3 }, "presence_penalty must be in [-2, 2], got 3.", null],
  [{ repetition_penalty: 0 }, "repetition_penalty must be greater than zero, got 0.", null],
  [{ n: 0 }, "n must be at least 1, got 0.", null],
])("%j is refused", async (wrong, message, param) => {
  expect(await call.refusal("chat", { messages, ...wrong })).toStrictEqual(refused(message, param));
});

test("what does not fit into the context is refused in the version's words", async () => {
  const body = { messages, max_tokens: 200 };
  const answer = await call.refusal("chat", body);
  expect(answer).toMatchObject({ status: 400, body: { error: { param: "input_tokens" } } });
  expect(JSON.stringify(answer.body)).toMatch(
    /This model's maximum context length is 100 tokens\. However, you requested 200 output tokens and your prompt contains at least \d+ input tokens, for a total of at least 2\d\d tokens\./,
  );
  expect(JSON.stringify((await call.refusal("older", body)).body)).toMatch(
    /'max_tokens' or 'max_completion_tokens' is too large: 200\. This model's maximum context length is 100 tokens/,
  );
});

test("requests of no known kind, for another model or without a template are refused", async () => {
  const kinds =
    "Cannot find suitable handler for request. Expected one of: ['ChatCompletionRequest', 'CompletionRequest']";
  expect(await call.refusal("chat", { inputs: "hello" })).toStrictEqual(refused(kinds));
  expect(await call.refusal("chat", { messages, temperature: "hot" })).toStrictEqual(refused(kinds));
  expect(await call.refusal("chat", { messages, model: "other" })).toStrictEqual({
    status: 404,
    body: {
      error: { message: "The model `other` does not exist.", type: "NotFoundError", param: "model", code: 404 },
    },
  });
  expect(await call.refusal("stories", { messages })).toStrictEqual(
    refused(
      "As of transformers v4.44, default chat template is no longer allowed, so you must provide a chat template if the tokenizer does not define one.",
    ),
  );
});

test("a body that is not JSON, or does not say that it is, is refused", async () => {
  const runtime = new SageMakerRuntimeClient(emulator.sdk);
  const send = (Body: string, ContentType: string) =>
    runtime.send(new InvokeEndpointCommand({ EndpointName: "chat", Body, ContentType }));
  await expect(send("{", "application/json")).rejects.toMatchObject({
    OriginalStatusCode: 400,
    OriginalMessage: expect.stringContaining("JSON decode error: Expecting property name enclosed in double quotes"),
  });
  await expect(send("{}", "text/csv")).rejects.toMatchObject({
    OriginalMessage: expect.stringContaining("Unsupported Media Type"),
  });
});

test.each([
  [
    "a model of another kind",
    { HF_MODEL_ID: "bundled/afinn-sentiment" },
    "Model architectures ['BertForSequenceClassification'] are not supported for now.",
  ],
  [
    "a length that is no number",
    { SM_VLLM_MODEL: "bundled/tiny-chat", SM_VLLM_MAX_MODEL_LEN: "long" },
    "error: argument --max-model-len: invalid int value: 'long'",
  ],
])("a container with %s does not start", async (what, environment, reason) => {
  const endpoint = await deployModel(emulator, what.replaceAll(" ", "-"), [{ image, environment }]);
  expect(endpoint.EndpointStatus).toBe("Failed");
  expect(endpoint.FailureReason).toContain(reason);
});

test("the log has uvicorn's access lines", async () => {
  const logs = new CloudWatchLogsClient(emulator.sdk);
  const logGroupName = "/aws/sagemaker/Endpoints/older";
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern: "INFO" }));
  expect(events.slice(-2).map(({ message }) => message)).toStrictEqual([
    expect.stringMatching(/^\(APIServer pid=1\) INFO: {5}[\d.]+:\d+ - "GET \/ping HTTP\/1\.1" 200 OK$/),
    expect.stringMatching(
      /^\(APIServer pid=1\) INFO: {5}[\d.]+:\d+ - "POST \/invocations HTTP\/1\.1" 400 Bad Request$/,
    ),
  ]);
});
