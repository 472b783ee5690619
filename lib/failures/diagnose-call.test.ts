import { expect, test } from "vitest";

import { failureRule } from "@/catalog/failures/select";
import { readFailure } from "@/lib/async/failure";
import type { LogEvent } from "@/lib/logs/view";

import { diagnoseCall } from "./diagnose-call";

const line = (message: string, index: number): LogEvent => ({
  id: String(index),
  at: "2026-11-26T10:00:00.000Z",
  stream: "AllTraffic/i-0",
  message,
});
const asModelError = (words: string) =>
  `Received server error (500) from primary with message "{\n  "code": 500,\n  "type": "InternalServerException",\n  "message": "${words}"\n}\n". See the log group for more information.`;

test("the cause of an asynchronous failure is named by the container's words", () => {
  const { problem } = readFailure(asModelError("CUDA out of memory. Tried to allocate 2.00 GiB"));
  expect(diagnoseCall(problem, [], false)).toMatchObject({ from: "reason", rule: { id: "gpu-too-small" } });
});

test("the log lines around a call tell more than its answer, and come with those beside them", () => {
  const { problem } = readFailure(asModelError("Worker died."));
  const lines = ["INFO before", failureRule("worker-died").sample ?? "", "INFO after"].map(line);
  const finding = diagnoseCall(problem, lines, false);
  expect(finding).toMatchObject({ from: "log", rule: { id: "worker-died" }, lineId: "1" });
  expect(finding?.context).toStrictEqual(lines);
});

test("a failure that nobody knows is not named", () => {
  const { problem } = readFailure(asModelError("'NoneType' object is not subscriptable"));
  expect(diagnoseCall(problem, ["INFO fine"].map(line), false)).toBeNull();
});
