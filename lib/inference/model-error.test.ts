import { expect, test } from "vitest";

import { readModelError } from "./model-error";

const mms = (code: number, message: string, type = "InternalServerException") =>
  `${JSON.stringify({ code, type, message }, null, 2)}\n`;

test("the container's status, type and words come out of the wrapping", () => {
  expect(
    readModelError({ status: 400, originalMessage: mms(400, "'str' object has no attribute 'pop'") }),
  ).toStrictEqual({
    status: 400,
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
  ["_validate() got an unexpected keyword argument 'wrong'", /one of the parameters/],
  ["index out of range in self", /longer than the model can read/],
  ["CUDA out of memory. Tried to allocate 2 GiB", /ran out of memory/],
  ["No worker is available to serve request for model: m. Consider increasing job queue size.", /busy/],
  ["Worker died.", /process stopped/],
])("%s is put into plain words", (message, explanation) => {
  expect(readModelError({ status: 500, originalMessage: mms(500, message) }).explanation).toMatch(explanation);
});

test("an unknown refusal keeps the container's words and says whose turn it is", () => {
  const refused = readModelError({ status: 422, originalMessage: '{"error":"inputs too odd"}' });
  expect(refused.message).toBe("inputs too odd");
  expect(refused.explanation).toBe("The model could not work with this input.");
  const broken = readModelError({ status: 500, originalMessage: "" });
  expect(broken.message).toBe("The container gave no reason.");
  expect(broken.hint).toMatch(/logs/);
});
