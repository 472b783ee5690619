import { expect, test } from "vitest";

import { invocationSnippets, pythonValue } from "./snippets";

const target = { endpointName: "demo", region: "eu-west-1", endpointUrl: null };
const code = (id: string, body: string, over = {}) =>
  invocationSnippets({ ...target, ...over }, body).find((snippet) => snippet.id === id)?.code ?? "";

test("JSON's three words become Python's, also deep inside, but not in strings", () => {
  expect(pythonValue('{"a":null,"b":[true,{"c":false}],"d":"null"}')).toBe(
    '{"a": None, "b": [True, {"c": False}], "d": "null"}',
  );
});

test("a quote in the text does not end a shell's word", () => {
  expect(code("cli", '{"inputs":"don\'t"}')).toContain(`--body '{"inputs":"don'\\''t"}'`);
});

test("the emulator's address stands in every snippet, and nowhere without one", () => {
  const endpointUrl = "http://127.0.0.1:4566";
  for (const { id } of invocationSnippets(target, "{}")) {
    expect(code(id, "{}", { endpointUrl })).toContain(endpointUrl);
    expect(code(id, "{}")).not.toContain("127.0.0.1");
  }
});

test("every snippet names the endpoint and the region", () => {
  for (const snippet of invocationSnippets(target, '{"inputs":"x"}')) {
    expect(snippet.code).toContain("demo");
    expect(snippet.code).toContain("eu-west-1");
  }
});
