import { expect, test } from "vitest";

import { failureReports } from "./data";
import { READINGS } from "./readings";
import { failureRule, failureRules } from "./select";

test("each report has one reading, and each reading a report", () => {
  expect(Object.keys(READINGS).sort()).toStrictEqual(failureReports.map(({ id }) => id).sort());
});

test("ids are unique, and each rule can show on something", () => {
  expect(new Set(failureRules.map(({ id }) => id)).size).toBe(failureRules.length);
  expect(failureRules.filter(({ subjects }) => subjects.length === 0).map(({ id }) => id)).toStrictEqual([]);
});

test.each(failureRules.filter(({ pattern }) => pattern !== null))("$id finds its sample", ({
  pattern,
  sample,
  beside,
}) => {
  expect(sample).toMatch(pattern ?? /never/);
  expect(sample).toMatch(beside ?? /./);
});

test("causes come before what follows from them", () => {
  const order = failureRules.map(({ id }) => id);
  expect(order.indexOf("gated")).toBeLessThan(order.indexOf("ping-health"));
  expect(order.indexOf("train-cuda-oom")).toBeLessThan(order.indexOf("user-script"));
  expect(order.indexOf("disk-full-toolkit")).toBeLessThan(order.indexOf("disk-full-download"));
  expect(() => failureRule("none")).toThrow();
});
