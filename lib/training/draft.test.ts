import { expect, test } from "vitest";

import { emptyTraining } from "./defaults";
import { draftOf, fromDraft } from "./draft";

const empty = emptyTraining({ region: "us-east-1", bucket: "a-bucket", executionRoleArn: null });

test("what was typed comes back, numbers half typed too", () => {
  const typed = { ...empty, jobName: "mine", volumeGb: "", entryPoint: "train.py", isSpot: true };
  expect(fromDraft(draftOf(typed), empty)).toStrictEqual(typed);
});

test("no secret is kept", () => {
  const draft = draftOf({
    ...empty,
    hubPush: true,
    hubToken: "typed-token",
    hyperparameters: [
      { name: "hub_token", type: "string", value: "a-secret-value" },
      { name: "note", type: "string", value: "hf_abcdefghijklmnop" },
      { name: "epochs", type: "integer", value: "3" },
    ],
    environment: [{ name: "API_KEY", value: "another-secret" }],
  });
  expect(draft).not.toMatch(/typed-token|a-secret-value|hf_abc|another-secret/);
  expect(fromDraft(draft, empty)?.hyperparameters.map(({ value }) => value)).toStrictEqual(["", "", "3"]);
});

test("files are chosen again, what was read from git is not", () => {
  const files = ["train.py"];
  expect(fromDraft(draftOf({ ...empty, uploadFiles: 1, sourceFiles: files }), empty)).toMatchObject({
    uploadFiles: 0,
    sourceFiles: [],
  });
  const gitPacked = { key: "k", commit: "a".repeat(40), s3Uri: "s3://b/x.tar.gz" };
  const git = { ...empty, source: "git" as const, gitPacked, sourceFiles: files };
  expect(fromDraft(draftOf(git), empty)).toMatchObject({ gitPacked, sourceFiles: files });
});

test.each([
  null,
  "",
  "{",
  "[]",
  '{"jobName":"x"}',
  JSON.stringify({ ...empty, channels: "none" }),
])("%s is no draft", (text) => {
  expect(fromDraft(text, empty)).toBeNull();
});
