import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { actionsOf } from "./actions.ts";
import { consolePolicyText, policyFor } from "./policy.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

test("the policy in docs names exactly what the gateways call (else: npm run iam-policy)", () => {
  expect(readFileSync(`${root}/docs/iam-policy.json`, "utf8")).toBe(consolePolicyText(root));
});

test("commands of one service share a statement, and creating models also needs PassRole to SageMaker", () => {
  const commands = [
    { client: "client-s3", command: "HeadObject" },
    { client: "client-s3", command: "GetObject" },
    { client: "client-sagemaker", command: "CreateModel" },
    { client: "client-sts", command: "GetCallerIdentity" },
  ];
  expect(policyFor(commands).Statement.map(({ Sid, Action }) => [Sid, Action])).toStrictEqual([
    ["S3", ["s3:GetObject"]],
    ["Sagemaker", ["sagemaker:CreateModel"]],
    ["PassExecutionRole", ["iam:PassRole"]],
  ]);
});

test("a command of S3 without a known action is refused, not guessed", () => {
  expect(() => actionsOf({ client: "client-s3", command: "RestoreObject" })).toThrow(/RestoreObject/);
});
