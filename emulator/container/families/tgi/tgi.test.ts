import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deployModel } from "@/emulator/testing/deploy-model.ts";
import { eventsOf, gathered, type ModelCaller, modelCaller } from "@/emulator/testing/invoke-model.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const image = "huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04";
const older = "huggingface-pytorch-tgi-inference:2.1.1-tgi2.0.1-gpu-py310-cu121-ubuntu22.04";
const stories = { HF_MODEL_ID: "bundled/tiny-stories-lm" };
const chat = { HF_MODEL_ID: "bundled/tiny-chat" };

let emulator: TestEmulator;
let call: ModelCaller;

beforeAll(async () => {
  emulator = await startTestEmulator();
  call = modelCaller(emulator);
  const limited = { ...stories, HF_TASK: "text-classification", MAX_INPUT_TOKENS: "10", MAX_TOTAL_TOKENS: "20" };
  await deployModel(emulator, "stories", [{ image, environment: stories }]);
  await deployModel(emulator, "limited", [{ image, environment: limited }]);
  await deployModel(emulator, "chat", [{ image, environment: chat }]);
});
afterAll(() => emulator.close());

const BEGINNING = "once upon a time";
const CONTINUED = "once upon a time, there was a brave mouse";

test("a text is continued, the prompt in front of it, unless that is not wanted", async () => {
  const parameters = { max_new_tokens: 6 };
  expect(await call.json("stories", { inputs: BEGINNING, parameters })).toStrictEqual([{ generated_text: CONTINUED }]);
  const short = { inputs: BEGINNING, parameters: { ...parameters, return_full_text: false } };
  expect(await call.json("stories", short)).toStrictEqual([{ generated_text: ", there was a brave mouse" }]);
});

test("details tell the tokens, their probabilities and why the text ended", async () => {
  const parameters = { max_new_tokens: 20, details: true, decoder_input_details: true, stop: ["was"], top_n_tokens: 2 };
  const answer = await call.json("stories", { inputs: BEGINNING, parameters });
  const near = (value: number) => expect.closeTo(value, 2);
  const token = (id: number, text: string) => ({ id, text, logprob: near(0), special: false });
  expect(answer).toStrictEqual([
    {
      generated_text: "once upon a time, there was",
      details: {
        finish_reason: "stop_sequence",
        generated_tokens: 3,
        seed: null,
        prefill: [
          { id: 128, text: "once", logprob: null },
          { id: 153, text: "upon", logprob: near(0) },
          { id: 5, text: "a", logprob: near(0) },
          { id: 149, text: "time", logprob: near(0) },
        ],
        tokens: [token(78, ","), token(147, " there"), token(158, " was")],
        top_tokens: [
          [token(78, ","), { id: 125, text: "named", logprob: near(-8.53), special: false }],
          [token(147, "there"), expect.objectContaining({ logprob: expect.any(Number) })],
          [token(158, "was"), expect.objectContaining({ logprob: expect.any(Number) })],
        ],
      },
    },
  ]);
});

test("equal seeds give equal texts, and the seed is told", async () => {
  const ask = (seed: number) => {
    const parameters = { do_sample: true, temperature: 1.5, seed, max_new_tokens: 30, details: true };
    return call.json("stories", { inputs: "once", parameters }) as Promise<[{ details: { seed: number } }]>;
  };
  const [first, again, other] = [await ask(7), await ask(7), await ask(8)];
  expect(again).toStrictEqual(first);
  expect(other).not.toStrictEqual(first);
  expect(first[0].details.seed).toBe(7);
});

test("the best of several is the likeliest", async () => {
  const parameters = { do_sample: true, best_of: 2, max_new_tokens: 8, details: true };
  const [answer] = (await call.json("stories", { inputs: "once", parameters })) as [BestOf];
  expect(answer.details.best_of_sequences).toHaveLength(1);
  const mean = (tokens: Token[]) => tokens.reduce((sum, { logprob }) => sum + logprob, 0) / tokens.length;
  expect(mean(answer.details.tokens)).toBeGreaterThanOrEqual(mean(answer.details.best_of_sequences[0]?.tokens ?? []));
});
type Token = { logprob: number };
type BestOf = { details: { tokens: Token[]; best_of_sequences: { tokens: Token[] }[] } };

test("a stream has an event for each token, the last with the whole text", async () => {
  const body = { inputs: BEGINNING, parameters: { max_new_tokens: 6, details: true }, stream: true };
  const parts: string[] = [];
  for await (const part of call.parts("stories", body)) parts.push(part);
  expect(parts).toHaveLength(6);
  const logprob = expect.any(Number);
  expect(eventsOf(parts.join(""))).toStrictEqual(
    [
      [78, ","],
      [147, " there"],
      [158, " was"],
      [5, " a"],
      [90, " brave"],
      [124, " mouse"],
    ].map(([id, text], at) => ({
      index: at + 1,
      token: { id, text, logprob, special: false },
      generated_text: at === 5 ? CONTINUED : null,
      details: at === 5 ? { finish_reason: "length", generated_tokens: 6, seed: null, input_length: 4 } : null,
    })),
  );
  // Without the streaming operation the same text comes in one piece.
  expect(await call.text("stories", body)).toBe(parts.join(""));
});

test.each([
  [{ best_of: 3, do_sample: true }, "`best_of` must be > 0 and <= 2. Given: 3"],
  [{ best_of: 2 }, "you must use sampling when `best_of` is > 1"],
  [{ best_of: 2, do_sample: true, seed: 1 }, "`seed` must not be set when `best_of` > 1"],
  [{ temperature: 0 }, "`temperature` must be strictly positive"],
  [{ repetition_penalty: 0 }, "`repetition_penalty` must be strictly positive"],
  [{ frequency_penalty: 3 }, "`frequency_penalty` must be >= -2.0 and <= 2.0"],
  [{ top_p: 1 }, "`top_p` must be > 0.0 and < 1.0"],
  [{ typical_p: 0 }, "`typical_p` must be > 0.0 and < 1.0"],
  [{ top_k: 0 }, "`top_k` must be strictly positive"],
  [{ max_new_tokens: 0 }, "`max_new_tokens` must be strictly positive"],
  [{ stop: ["a", "b", "c", "d", "e"] }, "`stop` supports up to 4 stop sequences. Given: 5"],
  [{ top_n_tokens: 6 }, "`top_n_tokens` must be >= 0 and <= 5. Given: 6"],
  [{ truncate: 11 }, "`truncate` must be strictly positive and less than 10. Given: 11"],
  [
    { max_new_tokens: 17 },
    "`inputs` tokens + `max_new_tokens` must be <= 20. Given: 4 `inputs` tokens and 17 `max_new_tokens`",
  ],
])("the parameters %j are refused", async (parameters, message) => {
  expect(await call.refusal("limited", { inputs: BEGINNING, parameters })).toStrictEqual({
    status: 422,
    body: { error: `Input validation error: ${message}`, error_type: "validation" },
  });
});

test("inputs that are too long or empty are refused, long ones are cut where that is asked for", async () => {
  const long = Array.from({ length: 12 }, () => "once").join(" ");
  expect(await call.refusal("limited", { inputs: long, parameters: { max_new_tokens: 2 } })).toMatchObject({
    body: { error: "Input validation error: `inputs` must have less than 10 tokens. Given: 12" },
  });
  expect(await call.refusal("limited", { inputs: "" })).toMatchObject({
    body: { error: "Input validation error: `inputs` cannot be empty" },
  });
  const cut = { inputs: long, parameters: { max_new_tokens: 2, truncate: 3, decoder_input_details: true } };
  const [answer] = (await call.json("limited", cut)) as [{ details: { prefill: unknown[] } }];
  expect(answer.details.prefill).toHaveLength(3);
});

test("what a stream refuses comes as an event of a good answer", async () => {
  const body = { inputs: BEGINNING, parameters: { decoder_input_details: true }, stream: true };
  expect(eventsOf(await gathered(call.parts("stories", body)))).toStrictEqual([
    {
      error: "Input validation error: `decoder_input_details` == true is not supported when streaming tokens",
      error_type: "validation",
    },
  ]);
});

test("a body that is no request is refused in plain text", async () => {
  const text = "Failed to deserialize the JSON body into the target type: ";
  expect(await call.refusal("stories", { input: "a" })).toStrictEqual({
    status: 422,
    body: `${text}data did not match any variant of untagged enum SagemakerRequest`,
  });
});

const hello = [{ role: "user", content: "hello" }];

test("messages are answered as OpenAI's API does", async () => {
  const answer = await call.json("chat", { messages: hello, temperature: 0, max_tokens: 40, logprobs: true });
  expect(answer).toStrictEqual({
    object: "chat.completion",
    id: "",
    created: expect.any(Number),
    model: "bundled/tiny-chat",
    system_fingerprint: "3.3.6-native",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: expect.stringMatching(/\w+/) },
        logprobs: { content: expect.any(Array) },
        finish_reason: "stop",
      },
    ],
    usage: {
      prompt_tokens: expect.any(Number),
      completion_tokens: expect.any(Number),
      total_tokens: expect.any(Number),
    },
  });
});

test("a streamed chat brings the same text token by token", async () => {
  const body = { messages: hello, temperature: 0, max_tokens: 40 };
  const whole = (await call.json("chat", body)) as { choices: [{ message: { content: string } }] };
  const streamed = { ...body, stream: true, stream_options: { include_usage: true } };
  const events = eventsOf(await gathered(call.parts("chat", streamed)));
  expect(events.at(-1)).toBe("[DONE]");
  const chunks = events.slice(0, -1) as Chunk[];
  expect(chunks.map(({ choices }) => choices[0].delta.content).join("")).toBe(whole.choices[0].message.content);
  expect(chunks.length).toBeGreaterThan(3);
  expect(chunks.at(-1)).toMatchObject({
    object: "chat.completion.chunk",
    choices: [{ finish_reason: "stop" }],
    usage: { completion_tokens: chunks.length },
  });
});
type Chunk = { choices: [{ delta: { content: string } }] };

test("a model without a chat template says so", async () => {
  expect(await call.refusal("stories", { messages: hello })).toStrictEqual({
    status: 422,
    body: { error: "Template error: template not found", error_type: "template_error" },
  });
});

test("older images take messages only with MESSAGES_API_ENABLED, and then nothing else", async () => {
  await deployModel(emulator, "old", [{ image: older, environment: chat }]);
  await deployModel(emulator, "old-chat", [{ image: older, environment: { ...chat, MESSAGES_API_ENABLED: "true" } }]);
  const missing = (field: string) => ({
    status: 422,
    body: `Failed to deserialize the JSON body into the target type: missing field \`${field}\``,
  });
  expect(await call.refusal("old", { messages: hello })).toStrictEqual(missing("inputs"));
  expect(await call.json("old-chat", { messages: hello })).toMatchObject({ object: "chat.completion" });
  expect(await call.refusal("old-chat", { inputs: "hello" })).toStrictEqual(missing("messages"));
});

test.each([
  ["no model", {}, "HF_MODEL_ID must be set"],
  ["a model of another kind", { HF_MODEL_ID: "bundled/afinn-sentiment" }, "ValueError: Unsupported model type bert"],
  [
    "a limit that is no number",
    { ...stories, MAX_TOTAL_TOKENS: "many" },
    "error: invalid value 'many' for '--max-total-tokens <MAX_TOTAL_TOKENS>': invalid digit found in string",
  ],
  [
    "limits that contradict each other",
    { ...stories, MAX_INPUT_TOKENS: "9", MAX_TOTAL_TOKENS: "9" },
    'ArgumentValidation("`max_input_tokens must be < `max_total_tokens`")',
  ],
])("a container with %s does not start", async (what, environment, reason) => {
  const name = what.replaceAll(" ", "-");
  const endpoint = await deployModel(emulator, name, [{ image, environment }]);
  expect(endpoint.EndpointStatus).toBe("Failed");
  expect(endpoint.FailureReason).toContain(reason);
});

test("the log reads as TGI's", async () => {
  const logs = new CloudWatchLogsClient(emulator.sdk);
  const logGroupName = "/aws/sagemaker/Endpoints/limited";
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
  const lines = events.map(({ message }) => message);
  expect(lines[0]).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z {2}INFO text_generation_launcher: Args \{ model_id: "bundled\/tiny-stories-lm"/,
  );
  expect(lines.at(-1)).toContain("text_generation_router::server: router/src/server.rs: Success");
});
