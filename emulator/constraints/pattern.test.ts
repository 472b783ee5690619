import { expect, test } from "vitest";
import { wholeString } from "./pattern.ts";
import { serviceModel } from "./shapes.ts";

const SERVICES = ["sagemaker", "sagemaker-runtime", "cloudwatch", "logs", "sts", "iam"];

test("each pattern of each service compiles", () => {
  for (const id of SERVICES) {
    for (const shape of Object.values(serviceModel(id)?.shapes ?? {})) {
      if (shape.pat !== undefined) expect(() => wholeString(shape.pat ?? "")).not.toThrow();
    }
  }
});

test.each([
  // pattern, what it takes, what it refuses
  ["[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}", "my-endpoint", "my endpoint"],
  ["([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)", "Équipe données: α+β@x", "no\u0007bell"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the published pattern holds this slip.
  ["([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,128}", "team/a b", "team#a"],
  ["[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*", "naïve — 5 €!", "tab\tin"],
  [
    "arn:[\\p{Alnum}\\-]+:lambda:[\\p{Alnum}\\-]+:[0-9]{12}:function:.*",
    "arn:aws:lambda:eu-west-1:111122223333:function:f",
    "arn:aws:lambda:é:111122223333:function:f",
  ],
  ["\\p{ASCII}*", "trace-id=7", "trace-id=é"],
  ["\\A\\S[\\p{Print}]*\\z", "id with spaces", " leading space"],
  ["\\p{Print}+", "policy name", "line\nbreak"],
  ["^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$", "key", ""],
  ["(https|s3)://([^/]+)/?(.*)", "s3://bucket/model.tar.gz", "bucket/model.tar.gz"],
])("the pattern %s takes the whole string or nothing", (pattern, good, bad) => {
  expect(wholeString(pattern).test(good)).toBe(true);
  expect(wholeString(pattern).test(bad)).toBe(false);
});

test("a long unfit value is refused at once", () => {
  const startedAt = performance.now();
  for (const id of SERVICES) {
    for (const { pat, max } of Object.values(serviceModel(id)?.shapes ?? {})) {
      if (pat === undefined) continue;
      const length = Math.min(max ?? 2048, 2048) - 1;
      for (const part of ["a", "a-", "a/", "a."]) {
        const value = `${part.repeat(Math.ceil(length / part.length)).slice(0, Math.max(1, length))}\u0001`;
        wholeString(pat).test(value);
      }
    }
  }
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
