import { afterAll, expect, test, vi } from "vitest";
import { encodeCsv } from "./contract/csv.ts";
import { encodePrediction } from "./contract/encode.ts";
import { encodeNpy } from "./contract/npy.ts";
import { startTestHost } from "./testing/test-host.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const host = startTestHost();
afterAll(() => host.close());

const unsupported = (type: string): string =>
  `Content type ${type} is not supported by this framework.\n\n            Please implement input_fn to to deserialize the request data or an output_fn to\n            serialize the response. For more information, see the SageMaker Python SDK README.`;

const NOT_TEXT =
  "text input must be of type `str` (single example), `List[str]` (batch or single pretokenized example) or `List[List[str]]` (batch of pretokenized examples).";

test.each([
  ["[1]", "pop expected at most 1 argument, got 2"],
  ['"text"', "'str' object has no attribute 'pop'"],
  ["null", "'NoneType' object has no attribute 'pop'"],
  ["", "Expecting value: line 1 column 1 (char 0)"],
  ["{'inputs': 1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ['{"inputs": "a"', "Expecting ',' delimiter: line 1 column 15 (char 14)"],
  ['{"inputs" "a"}', "Expecting ':' delimiter: line 1 column 11 (char 10)"],
  ['{"inputs": "a"}\n}', "Extra data: line 2 column 1 (char 16)"],
  ['{"inputs": "a}', "Unterminated string starting at: line 1 column 12 (char 11)"],
  ['{"inputs": 3}', NOT_TEXT],
  ['{"inputs": "a", "parameters": [1]}', "pipeline() argument after ** must be a mapping, not list"],
  [
    '{"inputs": "a", "parameters": {"foo": 1}}',
    "PreTrainedTokenizerFast._batch_encode_plus() got an unexpected keyword argument 'foo'",
  ],
])("the body %s is refused with %s", async (body, message) => {
  const answer = await host.ask("afinn-sentiment", Buffer.from(body));
  expect([answer.status, answer.contentType]).toStrictEqual([400, "application/json"]);
  expect(JSON.parse(answer.body.toString())).toStrictEqual({ code: 400, type: "InternalServerException", message });
});

test("errors are written as the model server's Gson writes them", async () => {
  const { body } = await host.ask("afinn-sentiment", "text");
  expect(body.toString()).toBe(
    '{\n  "code": 400,\n  "type": "InternalServerException",\n  "message": "\\u0027str\\u0027 object has no attribute \\u0027pop\\u0027"\n}\n',
  );
});

test.each([
  ["application/json; charset=utf-8"],
  ["audio/wav"],
  ["text/plain"],
  [null],
])("the content type %s is unknown", async (contentType) => {
  const answer = await host.ask("afinn-sentiment", { inputs: "a" }, { contentType });
  expect(JSON.parse(answer.body.toString()).message).toBe(unsupported(contentType ?? "None"));
});

test("an unknown Accept is refused, the wildcard means JSON", async () => {
  const refused = await host.ask("afinn-sentiment", { inputs: "good" }, { accept: "text/html" });
  expect(JSON.parse(refused.body.toString()).message).toBe(unsupported("text/html"));
  expect(await host.ask("afinn-sentiment", { inputs: "good" }, { accept: "*/*" })).toMatchObject({
    status: 200,
    contentType: "application/json",
  });
});

test("rows come and go as CSV", async () => {
  const body = Buffer.from('id,inputs\n1,"good, very good"\n2,awful\n');
  const answer = await host.ask("afinn-sentiment", body, { contentType: "text/csv", accept: "text/csv" });
  expect(answer.contentType).toBe("text/csv");
  expect(answer.body.toString()).toMatch(/^label,score\r\nPOSITIVE,0\.99\d+\r\nNEGATIVE,0\.99\d+\r\n$/);
});

test.each([
  ["a header alone", "inputs\n", "application/json", "list index out of range"],
  ["nothing", "", "application/json", "list index out of range"],
])("CSV with %s is refused", async (_what, body, accept, message) => {
  const answer = await host.ask("afinn-sentiment", Buffer.from(body), { contentType: "text/csv", accept });
  expect(JSON.parse(answer.body.toString()).message).toBe(message);
});

test("an answer that has no rows cannot be CSV", async () => {
  const ask = (inputs: unknown, parameters = {}) =>
    host.ask("afinn-sentiment", { inputs, parameters }, { accept: "text/csv" });
  const messageOf = async (answer: ReturnType<typeof ask>) => JSON.parse((await answer).body.toString()).message;
  expect(await messageOf(ask({ text: "good" }))).toBe("'str' object has no attribute 'keys'");
  expect(await messageOf(ask(["good"], { top_k: 2 }))).toBe("'list' object has no attribute 'keys'");
  expect(await messageOf(ask([]))).toBe("list index out of range");
});

test("cells and lists of numbers are written as Python writes them", () => {
  expect(encodeCsv([{ label: 'a "b"', score: 0.00001, box: { xmin: 1 }, text: null }])).toBe(
    'label,score,box,text\r\n"a ""b""",1e-05,{\'xmin\': 1},\r\n',
  );
  const npy = encodeNpy([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(npy.toString("latin1", 1, 6)).toBe("NUMPY");
  expect(npy.toString("latin1", 10, 128)).toMatch(/^\{'descr': '<f8', .*'shape': \(2, 3\), \} +\n$/s);
  expect(npy.length).toBe(128 + 48);
  expect(npy.readDoubleLE(128 + 40)).toBe(6);
  expect(() => encodePrediction([{ score: Number.NaN }], "application/json")).toThrow("Out of range float values");
});

test("CSV without a header is refused", async () => {
  const answer = await host.ask("afinn-sentiment", Buffer.from("good\nbad\n"), { contentType: "text/csv" });
  expect(JSON.parse(answer.body.toString()).message).toBe(
    "You need to provide the correct CSV with Header columns to use it with the inference toolkit default handler. : 400",
  );
});

test("what is no picture and no sound is refused", async () => {
  const junk = Buffer.from("junk");
  const image = await host.ask("tiny-digits", junk, { contentType: "image/png" });
  expect(JSON.parse(image.body.toString()).message).toBe("cannot identify image file <_io.BytesIO object>");
  const sound = await host.ask("tiny-words-asr", junk, { contentType: "audio/wave" });
  expect(JSON.parse(sound.body.toString()).message).toMatch(
    /^Soundfile is either not in the correct format or is malformed\./,
  );
});

test("generation names parameters that nobody uses", async () => {
  const answer = await host.ask("tiny-stories-lm", { inputs: "once", parameters: { foo: 1, bar: 2 } });
  expect(JSON.parse(answer.body.toString()).message).toBe(
    "The following `model_kwargs` are not used by the model: ['foo', 'bar'] (note: typos in the generate arguments will also show up in this list)",
  );
});

test("the text of an error is in the log", () => {
  expect(host.lines.some((line) => line.includes("'str' object has no attribute 'pop'"))).toBe(true);
});
