import { afterAll, expect, test } from "vitest";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import { openTelemetry } from "../../telemetry/durable-telemetry.ts";
import { textFilter } from "./filter-pattern.ts";

const lines = ["ERROR model died", "WARN slow model", "INFO model ready", "error code 400"];
const telemetry = openTelemetry(openSqlite(":memory:"), { now: () => 0 });
telemetry.putLog(
  "us-east-1",
  "g",
  "s",
  lines.map((message, at) => ({ at, message })),
);
afterAll(() => telemetry.close());

test.each([
  ["", lines],
  ["ERROR", ["ERROR model died"]],
  ["model slow", ["WARN slow model"]],
  ['"slow model"', ["WARN slow model"]],
  ["?ERROR ?WARN", ["ERROR model died", "WARN slow model"]],
  ["model -INFO", ["ERROR model died", "WARN slow model"]],
  ['-"code 400" -model', []],
  ["%died%", ["ERROR model died"]],
  ["slow ?ERROR", ["WARN slow model"]],
])("the pattern %s", (pattern, expected) => {
  const found = telemetry.logs.events("us-east-1", "g", { from: 0, to: 10, filter: textFilter(pattern), limit: 10 });
  expect(found.map(({ message }) => message)).toStrictEqual(expected);
});
