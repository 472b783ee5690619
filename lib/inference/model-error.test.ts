import { expect, test } from "vitest";

import { readModelError } from "./model-error";

const mms = (code: number, message: string, type = "InternalServerException") =>
  `${JSON.stringify({ code, type, message }, null, 2)}\n`;

test("the container's status, type and words come out of the wrapping", () => {
  expect(
    readModelError({ status: 400, originalMessage: mms(400, "'str' object has no attribute 'pop'") }),
  ).toStrictEqual({
    status: 400,
    kind: "not-an-object",
    type: "InternalServerException",
    message: "'str' object has no attribute 'pop'",
    explanation: "The request is not a JSON object.",
    hint: 'Wrap the input: {"inputs": …}.',
  });
});

test("status and words are found in SageMaker's sentence when the fields are missing", () => {
  const failure = readModelError({
    message: `Received client error (400) from primary with message "${mms(400, "Content type text/plain is not supported by this framework.")}". See https://us-east-1.console.aws.amazon.com/x in account 111122223333 for more information.`,
  });
  expect(failure.status).toBe(400);
  expect(failure.message).toBe("Content type text/plain is not supported by this framework.");
  expect(failure.explanation).toBe("The container does not read this kind of content.");
});

test("a request that the container's server refuses without a word is told as too large", () => {
  const failure = readModelError({
    status: 413,
    originalMessage: "",
    message:
      "Received client error (413) from primary and could not load the entire response body. See https://us-east-1.console.aws.amazon.com/x in account 111122223333 for more information.",
  });
  expect(failure.explanation).toBe("The request is larger than the container takes.");
  expect(failure.message).toBe("The container gave no reason.");
});

test("a time-out is told as one", () => {
  const failure = readModelError({
    status: 0,
    originalMessage:
      "Your invocation timed out while waiting for a response from container primary. Review the latency metrics.",
  });
  expect(failure.explanation).toMatch(/60 seconds/);
});

test.each([
  ["_validate() got an unexpected keyword argument 'wrong'", "unknown-parameter"],
  ["The following `model_kwargs` are not used by the model: ['wrong'] (note: typos…)", "unknown-parameter"],
  ["`temperature` (=-1) has to be a strictly positive float", "bad-parameter"],
  ["index out of range in self", "too-long"],
  ["CUDA out of memory. Tried to allocate 2 GiB", "memory"],
  ["No worker is available to serve request for model: m. Consider increasing job queue size.", "busy"],
  ["Worker died.", "worker-died"],
  ["You need to define one of the following ['fill-mask'] or text-to-image as env 'HF_TASK'.", "task-missing"],
  ["cannot identify image file <_io.BytesIO object at 0x7f>", "bad-file"],
  ["No mask_token ([MASK]) found on the input", "no-mask"],
  ["Expecting property name enclosed in double quotes: line 1 column 2 (char 1)", "bad-json"],
  ["__call__() missing 1 required positional argument: 'candidate_labels'", "missing-parameter"],
])("%s is known as %s", (message, kind) => {
  expect(readModelError({ status: 500, originalMessage: mms(500, message) }).kind).toBe(kind);
});

const TGI_LONG =
  "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3000 `inputs` tokens and 20 `max_new_tokens`";
const VLLM_LONG = "This model's maximum context length is 2048 tokens. However, you requested 2068 tokens.";

test.each([
  ["TGI", { error: TGI_LONG, error_type: "validation" }, "validation", TGI_LONG, "too-long"],
  ["TGI", { error: "Model is overloaded", error_type: "overloaded" }, "overloaded", "Model is overloaded", "busy"],
  [
    "TEI",
    { error: "batch size 40 > maximum allowed batch size 32", error_type: "Validation" },
    "Validation",
    "batch size 40 > maximum allowed batch size 32",
    "too-many",
  ],
  [
    "vLLM",
    { object: "error", message: VLLM_LONG, type: "BadRequestError", param: null, code: 400 },
    "BadRequestError",
    VLLM_LONG,
    "too-long",
  ],
  [
    "newer vLLM",
    { error: { message: "The model `x` does not exist.", type: "NotFoundError", param: null, code: 404 } },
    "NotFoundError",
    "The model `x` does not exist.",
    "model-missing",
  ],
  [
    "FastAPI",
    { detail: [{ loc: ["body", "messages"], msg: "Field required", type: "missing" }] },
    null,
    "body.messages: Field required",
    null,
  ],
])("the words of %s come out of its own shape", (_, body, type, message, kind) => {
  const failure = readModelError({ status: 422, originalMessage: JSON.stringify(body) });
  expect([failure.type, failure.message, failure.kind]).toStrictEqual([type, message, kind]);
});

test("megabytes of words are cut", () => {
  expect(readModelError({ status: 500, originalMessage: "x".repeat(100_000) }).message.length).toBeLessThan(5_000);
});

test("an unknown refusal keeps the container's words and says whose turn it is", () => {
  const refused = readModelError({ status: 422, originalMessage: '{"error":"inputs too odd"}' });
  expect(refused.message).toBe("inputs too odd");
  expect(refused.explanation).toBe("The model could not work with this input.");
  const broken = readModelError({ status: 500, originalMessage: "" });
  expect(broken.message).toBe("The container gave no reason.");
  expect(broken.hint).toMatch(/logs/);
});
