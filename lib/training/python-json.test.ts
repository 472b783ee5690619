import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";

import { dumps, floatText, loads, PythonFloat } from "./python-json";

const PYTHON = "python3";
const hasPython = spawnSync(PYTHON, ["--version"]).status === 0;

test.each([
  [1, "1.0"],
  [3e-5, "3e-05"],
  [0.0001, "0.0001"],
  [0.00012345, "0.00012345"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e+16"],
  [123456789.25, "123456789.25"],
  [-0, "-0.0"],
  [-2.5e-7, "-2.5e-07"],
  [1e300, "1e+300"],
  [5e-324, "5e-324"],
])("%d is written %s", (value, text) => {
  expect(floatText(value)).toBe(text);
});

test("separators and escapes are Python's", () => {
  expect(dumps({ a: [1n, new PythonFloat(2), "é\n"], b: null, c: true })).toBe(
    '{"a": [1, 2.0, "\\u00e9\\n"], "b": null, "c": true}',
  );
  expect(dumps("😀\u007f")).toBe('"\\ud83d\\ude00\\u007f"');
});

test("reading keeps whole numbers, fractions and large numbers apart", () => {
  expect(dumps(loads('{"a":1,"b":1.0,"c":123456789012345678901234567890,"d":1e-5}'))).toBe(
    '{"a": 1, "b": 1.0, "c": 123456789012345678901234567890, "d": 1e-05}',
  );
});

test.runIf(hasPython)("10,000 random values are written as Python writes them", () => {
  let seed = 42;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const character = () => String.fromCodePoint(Math.floor(random() * (random() < 0.5 ? 0x80 : 0xd7ff)));
  const text = () => Array.from({ length: Math.floor(random() * 6) }, character).join("");
  const float = () => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20);
  const value = (depth: number): unknown => {
    const kind = Math.floor(random() * (depth > 2 ? 5 : 7));
    if (kind === 0) return text();
    if (kind === 1) return Math.floor(float());
    if (kind === 2) return float();
    if (kind === 3) return random() < 0.5;
    if (kind === 4) return null;
    if (kind === 5) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [text(), value(depth + 1)]));
  };
  // What chance seldom or never meets: the limits of notation, whole numbers beyond 2^53, lone surrogates, controls.
  const edges = [
    ...[
      "1e-07",
      "1e16",
      "9999999999999998.0",
      "-0.0",
      "-0",
      "0.0001",
      "0.00009999",
      "5e-324",
      "1.7976931348623157e308",
    ],
    ...["123456789012345678901234567890", "-9007199254740993", "1E5", "1.0", "[[], {}, [{}]]"],
    ...["\\ud83d\\ude00", "\\ud83d", "\\ude00x", "\\u0000\\u001f\\u007f\\u2028", '\\/\\b\\f\\"\\\\'].map(
      (text) => `{"${text}": "${text}"}`,
    ),
  ];
  const lines = [...edges, ...Array.from({ length: 10_000 }, () => JSON.stringify(value(0)))];
  const program = "import json,sys\nfor line in sys.stdin: print(json.dumps(json.loads(line)))";
  const python = execFileSync(PYTHON, ["-c", program], {
    input: lines.map((line) => line.replace(/[\u0080-\uffff]/g, escapeUnit)).join("\n"),
    maxBuffer: 1e8,
  }).toString("utf8");
  expect(lines.map((line) => dumps(loads(line)))).toStrictEqual(python.trimEnd().split("\n"));
});

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
