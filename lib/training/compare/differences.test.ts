import { expect, test } from "vitest";

import { MASK } from "@/lib/secrets/mask";

import type { Hyperparameter } from "../hyperparameters";
import type { TrainingJobView } from "../job-view";

import { channelRows, environmentRows, finalMetricRows, hyperparameterRows } from "./differences";
import type { ComparedJob } from "./view";

function job(name: string, over: Partial<TrainingJobView> | null): ComparedJob {
  const empty = { hyperparameters: [], environment: [], channels: [], finalMetrics: [], inputMode: "File" };
  return { name, job: over && ({ name, ...empty, ...over } as Partial<TrainingJobView> as TrainingJobView) };
}
const given = (...rows: Hyperparameter[]) => ({
  hyperparameters: rows.map((row) => ({ ...row, isSecret: row.value === MASK })),
});
const marks = (rows: { name: string; differs: boolean; cells: { deviates: boolean }[] }[]) =>
  rows.map(({ name, differs, cells }) => [name, differs, ...cells.map(({ deviates }) => deviates)]);

test("equal values agree, others deviate from the first job, and a value that is left out is a difference", () => {
  const rows = hyperparameterRows([
    job("a", given({ name: "epochs", type: "integer", value: "3" }, { name: "lr", type: "float", value: "5e-05" })),
    job("b", given({ name: "lr", type: "float", value: "3e-05" }, { name: "epochs", type: "integer", value: "3" })),
    job("c", given({ name: "epochs", type: "integer", value: "3" }, { name: "fp16", type: "boolean", value: "true" })),
  ]);
  expect(marks(rows)).toStrictEqual([
    ["epochs", false, false, false, false],
    ["lr", true, false, true, true],
    ["fp16", true, false, false, true],
  ]);
  expect(rows[1]?.cells.map(({ value }) => value?.value ?? null)).toStrictEqual(["5e-05", "3e-05", null]);
});

test("the text 3 is not the number 3", () => {
  const rows = hyperparameterRows([
    job("a", given({ name: "seed", type: "integer", value: "3" })),
    job("b", given({ name: "seed", type: "string", value: "3" })),
  ]);
  expect(marks(rows)).toStrictEqual([["seed", true, false, true]]);
});

test("masked values say only whether they are there", () => {
  const masked = given({ name: "token", type: "string", value: MASK });
  const [both] = hyperparameterRows([job("a", masked), job("b", masked)]);
  expect([both?.differs, both?.isHidden]).toStrictEqual([false, true]);
  const [one] = hyperparameterRows([job("a", masked), job("b", {})]);
  expect([one?.differs, one?.isHidden]).toStrictEqual([true, false]);
});

test("a job that is gone takes no part, even as the first", () => {
  const row = given({ name: "epochs", type: "integer", value: "3" });
  const rows = hyperparameterRows([job("gone", null), job("a", row), job("b", row)]);
  expect(marks(rows)).toStrictEqual([["epochs", false, false, false, false]]);
});

test("an empty variable is not the same as none", () => {
  const rows = environmentRows([
    job("a", { environment: [{ name: "MODE", value: "", isSecret: false }] }),
    job("b", {}),
  ]);
  expect(marks(rows)).toStrictEqual([["MODE", true, false, true]]);
});

test("channels differ by address and by the way their data is handed over", () => {
  const channel = (uri: string, over: Partial<TrainingJobView["channels"][number]> = {}) => ({
    ChannelName: "train",
    DataSource: {
      S3DataSource: { S3DataType: "S3Prefix", S3Uri: uri, S3DataDistributionType: "FullyReplicated" } as const,
    },
    ...over,
  });
  const rows = (...channels: ReturnType<typeof channel>[]) =>
    channelRows(channels.map((each, at) => job(`job-${at}`, { channels: [each] })));
  expect(marks(rows(channel("s3://b/one"), channel("s3://b/one")))).toStrictEqual([["train", false, false, false]]);
  expect(marks(rows(channel("s3://b/one"), channel("s3://b/two")))).toStrictEqual([["train", true, false, true]]);
  // The job's own mode counts where the channel has none.
  expect(marks(rows(channel("s3://b/one"), channel("s3://b/one", { InputMode: "Pipe" })))).toStrictEqual([
    ["train", true, false, true],
  ]);
  expect(rows(channel("s3://b/one", { ContentType: "text/csv" }))[0]?.cells[0]?.value).toStrictEqual({
    uri: "s3://b/one",
    details: ["text/csv", "File mode"],
  });
});

test("every metric of any job has a row", () => {
  const rows = finalMetricRows([
    job("a", { finalMetrics: [{ name: "loss", value: 0.5, at: null }] }),
    job("b", { finalMetrics: [{ name: "accuracy", value: 0, at: null }] }),
  ]);
  expect(rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toStrictEqual([
    ["loss", 0.5, null],
    ["accuracy", null, 0],
  ]);
});
