import { expect, test } from "vitest";

import { fileSnippet, invocationSnippets, jsonSnippet } from "./snippets";
import { javascriptBody, pythonLiteral } from "./snippets/json-literal";
import type { SnippetRequest } from "./snippets/snippet";

const target = { endpointName: "demo", region: "eu-west-1", endpointUrl: null };
const code = (id: string, request: SnippetRequest, over = {}) =>
  invocationSnippets({ ...target, ...over }, request).find((snippet) => snippet.id === id)?.code ?? "";

test("JSON's three words become Python's, also deep inside, but not in strings; numbers stay as they were written", () => {
  expect(pythonLiteral('{"a":null,"b":[true,{"c":2.0}],"d":"null","e":12345678901234567890}')).toBe(
    '{"a": None, "b": [True, {"c": 2.0}], "d": "null", "e": 12345678901234567890}',
  );
  expect(pythonLiteral('{"a":"<\\/b>"}')).toBe('{"a": "</b>"}');
});

test("JavaScript gets an object where writing it again loses nothing, else the text itself", () => {
  expect(javascriptBody('{"inputs":"x","n":1.5}')).toBe('JSON.stringify({"inputs": "x", "n": 1.5})');
  for (const json of ['{"n":2.0}', '{"b":1,"1":2}', '{"__proto__":1}', '{"n":12345678901234567890}']) {
    expect(javascriptBody(json)).toBe(JSON.stringify(json));
  }
});

test("a long request is laid out over lines", () => {
  expect(pythonLiteral(JSON.stringify({ inputs: "x".repeat(80), parameters: { top_k: null } }), "    ")).toBe(
    `{\n      "inputs": "${"x".repeat(80)}",\n      "parameters": {\n        "top_k": None\n      }\n    }`,
  );
});

test("the emulator's address stands in every snippet, and nowhere without one", () => {
  const endpointUrl = "http://127.0.0.1:4566";
  for (const { id } of invocationSnippets(target, jsonSnippet("{}"))) {
    expect(code(id, jsonSnippet("{}"), { endpointUrl })).toContain(endpointUrl);
    expect(code(id, jsonSnippet("{}"))).not.toContain("127.0.0.1");
  }
});

test("every snippet names the endpoint, the region, and each option that is set", () => {
  const request = {
    ...fileSnippet("image/png"),
    variant: "Blue",
    component: "copy-1",
    inferenceId: "id-7",
    customAttributes: "trace=8",
  };
  for (const snippet of invocationSnippets(target, request)) {
    for (const part of ["demo", "eu-west-1", "image/png", "input.png", "Blue", "copy-1", "id-7", "trace=8"]) {
      expect(snippet.code).toContain(part);
    }
  }
});

test("a streamed answer is read in pieces where the client can, and said not to be where it cannot", () => {
  const request = { ...jsonSnippet('{"inputs":"x"}'), isStreamed: true };
  expect(code("boto3", request)).toContain("invoke_endpoint_with_response_stream");
  expect(code("javascript", request)).toContain("InvokeEndpointWithResponseStreamCommand");
  expect(code("python-sdk", request)).toContain("predict_stream");
  expect(code("cli", request)).toMatch(/^# The AWS CLI cannot stream/);
  expect(code("curl", request)).toMatch(/^# curl does not read/);
});
