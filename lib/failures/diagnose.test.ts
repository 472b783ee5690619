import { expect, test } from "vitest";

import { failureRule, failureRules } from "@/catalog/failures/select";
import type { LogEvent } from "@/lib/logs/view";

import { diagnose, type FailureEvidence } from "./diagnose";
import { LONG_SILENCE_MS } from "./silence";

const line = (message: string, index = 0): LogEvent => ({
  id: String(index),
  at: "2026-11-26T10:00:00.000Z",
  stream: "AllTraffic/i-0",
  message,
});
const lines = (...messages: string[]) => messages.map(line);
const failed: FailureEvidence = { subject: "endpoint", hasFailed: true, reason: null, lines: [] };
const firstOf = (evidence: Partial<FailureEvidence>) => diagnose({ ...failed, ...evidence })?.findings[0];
const PING =
  "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.";

const told = failureRules.flatMap((rule) =>
  rule.pattern && rule.where !== "state" ? rule.subjects.map((subject) => ({ id: rule.id, subject, rule })) : [],
);

test.each(told)("$id is found on a failed $subject by its sample, in the reason and in the log", ({
  rule,
  subject,
}) => {
  const sample = rule.sample ?? "";
  const isServerless = rule.onlyServerless;
  const inReason = diagnose({ ...failed, subject, isServerless, reason: sample })?.findings.map((f) => f.rule.id);
  expect(inReason).toContain(rule.id);
  const finding = diagnose({ ...failed, subject, isServerless, lines: lines("INFO before", sample, "INFO after") });
  expect(finding?.findings.find((f) => f.rule.id === rule.id)).toMatchObject({ from: "log", quote: sample });
});

test.each(told.filter(({ rule }) => rule.rank === "cause"))("$id on a $subject is the first thing said", (row) => {
  const { rule, subject } = row;
  const first = firstOf({ subject, isServerless: rule.onlyServerless, reason: PING, lines: lines(rule.sample ?? "") });
  expect(first?.rule.rank).toBe("cause");
  expect(first?.rule.title).toBe(rule.title);
});

test.each(["max-runtime", "spot-no-checkpoint"])("%s shows in the state of a training job", (id) => {
  const state = (failureRule(id).sample ?? "").replace("SecondaryStatus: ", "");
  expect(firstOf({ subject: "training-job", secondaryStatus: state })).toMatchObject({ from: "state", rule: { id } });
});

test("a healthy endpoint has no diagnosis, whatever its log says", () => {
  const all = failureRules.map(({ sample }, index) => line(sample ?? "", index));
  expect(diagnose({ ...failed, hasFailed: false, lines: all })).toBeNull();
});

test("lines of a healthy start are recognised as nothing", () => {
  const healthy = lines(
    "INFO  com.amazonaws.ml.mms.ModelServer - Loading initial models: /opt/ml/model",
    'INFO  ACCESS_LOG - /10.0.0.1:48 "GET /ping HTTP/1.1" 200 3',
    "INFO  W-9000-model-stdout com.amazonaws.ml.mms.wlm.WorkerLifeCycle - Model model loaded in 2314 ms",
    "sagemaker.config INFO - Not applying SDK defaults from location: /etc/xdg/sagemaker/config.yaml",
  );
  expect(diagnose({ ...failed, lines: healthy })?.findings).toStrictEqual([]);
});

test("the cause in the log comes before the symptom in the reason, with the lines around it", () => {
  const log = lines("a", "b", "c", failureRule("gated").sample ?? "", "d", "e", "f");
  log.forEach((each, index) => {
    each.id = String(index);
  });
  const diagnosis = diagnose({ ...failed, reason: PING, lines: log });
  expect(diagnosis?.findings.map(({ rule }) => rule.id)).toStrictEqual(["gated", "ping-health"]);
  expect(diagnosis?.findings[0]?.context.map(({ message }) => message)).toStrictEqual([
    "b",
    "c",
    failureRule("gated").sample,
    "d",
    "e",
  ]);
});

test("a model type is taken out of the line, and a lone KeyError is no such failure", () => {
  expect(firstOf({ lines: lines(failureRule("unknown-model-type").sample ?? "") })?.values).toStrictEqual([
    "gemma3_text",
  ]);
  expect(firstOf({ lines: lines("KeyError: 'label'") })).toBeUndefined();
  const traceback = lines(
    'File "/opt/conda/transformers/models/auto/configuration_auto.py", line 691',
    "KeyError: 'x'",
  );
  expect(firstOf({ lines: traceback })?.rule.id).toBe("unknown-model-key");
});

test("what nobody knows is said to be unknown, with the lines up to the last loud one", () => {
  const log = lines(
    "INFO fine",
    "Traceback (most recent call last):",
    "  frame",
    "NewError: new",
    "on",
    "and on",
    "later",
  );
  expect(diagnose({ ...failed, reason: "Something new", lines: log })).toStrictEqual({
    findings: [],
    lastLines: log.slice(0, 6),
  });
  const plain = Array.from({ length: 20 }, (_, index) => line(`line ${index}`, index));
  expect(diagnose({ ...failed, lines: plain })?.lastLines).toStrictEqual(plain.slice(5));
});

test("a cause that only SageMaker's words tell comes with the last lines of the log", () => {
  const log = lines("reading data", "ValueError: column label is missing");
  const reason = "AlgorithmError: ExecuteUserScriptError: ExitCode 1";
  const diagnosis = diagnose({ ...failed, subject: "training-job", reason, lines: log });
  expect(diagnosis?.findings[0]).toMatchObject({ from: "reason", rule: { id: "user-script" } });
  expect(diagnosis?.lastLines).toStrictEqual(log);
  const gated = lines(failureRule("gated").sample ?? "");
  expect(diagnose({ ...failed, reason: PING, lines: gated })?.lastLines).toStrictEqual([]);
});

test("serverless rules are no answer for instances", () => {
  const readOnly = lines("OSError: [Errno 30] Read-only file system: '/home/sbx_user1051'");
  expect(firstOf({ lines: readOnly })).toBeUndefined();
  expect(firstOf({ lines: readOnly, isServerless: true })?.rule.id).toBe("serverless-readonly");
});

test("a long silence is explained by the host image, by missing machines, or not at all", () => {
  const image =
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers5.5.3-gpu-py312-cu124-ubuntu22.04";
  const quiet = { ...failed, hasFailed: false };
  const silence = { forMs: LONG_SILENCE_MS, image, instanceType: "ml.g5.xlarge", inferenceAmiVersion: null };
  expect(diagnose({ ...quiet, silence })).toBeNull();
  expect(diagnose({ ...quiet, silence: { ...silence, forMs: 1_000, instanceType: "ml.inf2.xlarge" } })).toBeNull();
  const neuron = diagnose({ ...quiet, silence: { ...silence, instanceType: "ml.inf2.xlarge" } });
  expect(neuron?.findings[0]).toMatchObject({ from: "state", rule: { id: "neuron-capacity" } });
  const asked = { ...silence, inferenceAmiVersion: "al2023-ami-sagemaker-inference-gpu-4-1" };
  expect(diagnose({ ...quiet, silence: asked })?.findings[0]?.rule.id).toBe("ami-mismatch-silent");
});
