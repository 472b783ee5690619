import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "@/emulator/testing/deploy-model.ts";
import { eventsOf, gathered, type ModelCaller, modelCaller } from "@/emulator/testing/invoke-model.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const image = "huggingface-sglang:0.5.8-transformers4.57.3-gpu-py312-cu129-ubuntu24.04";

let emulator: TestEmulator;
let call: ModelCaller;

beforeAll(async () => {
  emulator = await startTestEmulator();
  call = modelCaller(emulator);
  const environment = { SM_SGLANG_MODEL_PATH: "bundled/tiny-chat", SM_SGLANG_CONTEXT_LENGTH: "100" };
  await deployModel(emulator, "chat", [{ image, environment }]);
});
afterAll(() => emulator.close());

const messages = [{ role: "user", content: "Hello, my name is Sarah!" }];

type Chunk = { choices: { delta: { content?: string } }[] };

test("a chat is answered, and says at which token it ended", async () => {
  expect(await call.json("chat", { messages, temperature: 0 })).toStrictEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    object: "chat.completion",
    created: expect.any(Number),
    model: "bundled/tiny-chat",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: expect.stringContaining("Sarah"),
          reasoning_content: null,
          tool_calls: null,
        },
        logprobs: null,
        finish_reason: "stop",
        matched_stop: 4,
      },
    ],
    usage: {
      prompt_tokens: expect.any(Number),
      total_tokens: expect.any(Number),
      completion_tokens: expect.any(Number),
      prompt_tokens_details: null,
      reasoning_tokens: 0,
    },
    metadata: { weight_version: "default" },
  });
});

test("a streamed chat brings the same text, and ends with [DONE]", async () => {
  const body = { messages, temperature: 0 };
  const whole = (await call.json("chat", body)) as { choices: [{ message: { content: string } }] };
  const events = eventsOf(await gathered(call.parts("chat", { ...body, stream: true })));
  expect(events.at(-1)).toBe("[DONE]");
  const text = (events.slice(0, -1) as Chunk[]).map(({ choices }) => choices[0]?.delta.content ?? "").join("");
  expect(text).toBe(whole.choices[0].message.content);
});

const refused = (message: string | RegExp, type = "BadRequestError") => ({
  status: 400,
  body: {
    object: "error",
    message: typeof message === "string" ? message : expect.stringMatching(message),
    type,
    param: null,
    code: 400,
  },
});

test.each([
  [{ temperature: -1 }, "temperature must be non-negative, got -1."],
  [{ top_k: 0 }, "top_k must be -1 (disable) or at least 1, got 0."],
  [{ repetition_penalty: 3 }, "repetition_penalty must be in [0, 2], got 3."],
  [
    { max_tokens: 200 },
    /^Requested token count exceeds the model's maximum context length of 100 tokens\. You requested a total of 2\d\d tokens: \d+ tokens from the input messages and 200 tokens for the completion\./,
  ],
])("%j is refused", async (wrong, message) => {
  expect(await call.refusal("chat", { messages, ...wrong })).toStrictEqual(refused(message));
});

test("only chats are taken", async () => {
  expect(await call.refusal("chat", { prompt: "hello" })).toStrictEqual(
    refused(/^1 validation error:\n {2}\{'loc': \('body', 'messages'\)/, "Bad Request"),
  );
  expect(await call.refusal("chat", { messages: [] })).toStrictEqual(refused("Messages cannot be empty."));
});
