import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { type CountingProxy, startCountingProxy } from "@/emulator/testing/counting-proxy.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { describeAlarmHistory, describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { listSubscriptions, listTopics } from "@/lib/aws/sns/topics";
import { insertWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import type { SaveAlarmInput } from "./schema";
import { deleteAlarm, findMadeHere, readAlarm, restoreAlarm, saveAlarm } from "./service";

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-alarms-"));
let emulator: TestEmulator;
let proxy: CountingProxy;
let cloudwatch: CloudWatchClient;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  proxy = await startCountingProxy(emulator.url);
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  cloudwatch = new CloudWatchClient(emulator.sdk);
  workspace = {
    id: "test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: proxy.url,
    roleArn: null,
    executionRoleArn: null,
    bucket: null,
  };
  await insertWorkspace({
    id: workspace.id,
    label: workspace.label,
    region: workspace.region,
    is_emulator: 0,
    endpoint_url: proxy.url,
    role_arn: null,
    execution_role_arn: null,
    bucket: null,
  });
}, 60_000);
beforeEach(() => forgetReads("test"));
afterAll(async () => {
  await proxy.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const input = (name: string, over: Partial<SaveAlarmInput> = {}): SaveAlarmInput => ({
  name,
  isNew: true,
  description: "",
  metric: {
    namespace: "AWS/SageMaker",
    name: "ModelLatency",
    dimensions: { EndpointName: "reviews", VariantName: "AllTraffic" },
    stat: "p99",
    periodSeconds: 60,
  },
  rule: {
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 2_000_000,
    periods: 5,
    datapoints: 3,
    missing: "notBreaching",
  },
  notify: { kind: "none" },
  ...over,
});

async function raw(name: string) {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0];
}

test("an alarm is made with a new topic, whose e-mail address is subscribed, and is marked as the console's", async () => {
  const notify = { kind: "new", name: "pager", email: "ops@example.com" } as const;
  await saveAlarm(workspace, member, input("slow", { notify }));
  expect(await readAlarm(workspace, "slow")).toMatchObject({
    endpoint: "reviews",
    variant: "AllTraffic",
    metric: input("slow").metric,
    rule: input("slow").rule,
    alarmActions: ["arn:aws:sns:us-east-1:111122223333:pager"],
    okActions: ["arn:aws:sns:us-east-1:111122223333:pager"],
    isOfScaling: false,
  });
  expect((await listTopics(workspace)).map(({ name }) => name)).toStrictEqual(["pager"]);
  expect(await listSubscriptions(workspace, "arn:aws:sns:us-east-1:111122223333:pager")).toStrictEqual([
    { protocol: "email", endpoint: "ops@example.com", isConfirmed: false },
  ]);
  const { alarms } = await describeAlarms(workspace);
  expect(await findMadeHere(workspace, alarms)).toStrictEqual(new Set(["slow"]));
});

test("a name that is taken is refused, and what is there stays", async () => {
  const over = { rule: { ...input("slow").rule, threshold: 1 } };
  await expect(saveAlarm(workspace, member, input("slow", over))).rejects.toMatchObject({ code: "conflict" });
  expect((await raw("slow"))?.Threshold).toBe(2_000_000);
});

test("a change leaves alone what the form does not show", async () => {
  const made = {
    AlarmName: "theirs",
    Namespace: "AWS/SageMaker",
    MetricName: "Invocation5XXErrors",
    Dimensions: [{ Name: "EndpointName", Value: "reviews" }],
    Statistic: "Sum",
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: "GreaterThanThreshold",
    Unit: "None",
    InsufficientDataActions: ["arn:aws:sns:us-east-1:111122223333:quiet"],
    AlarmActions: ["arn:aws:lambda:us-east-1:111122223333:function:mend", "arn:aws:sns:us-east-1:111122223333:old"],
    Tags: [{ Key: "team", Value: "nlp" }],
  } as const;
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      ...made,
      Dimensions: [...made.Dimensions],
      InsufficientDataActions: [...made.InsufficientDataActions],
      AlarmActions: [...made.AlarmActions],
      Tags: [...made.Tags],
    }),
  );
  const { metric, rule } = await readAlarm(workspace, "theirs");
  if (!metric || !rule) throw new Error("It has both.");
  const change = { isNew: false, metric, rule: { ...rule, threshold: 7 }, description: "Look at the log." };
  const notify = { kind: "topic", arn: "arn:aws:sns:us-east-1:111122223333:pager" } as const;
  await saveAlarm(workspace, member, input("theirs", { ...change, notify }));
  expect(await raw("theirs")).toMatchObject({
    Threshold: 7,
    AlarmDescription: "Look at the log.",
    Unit: "None",
    InsufficientDataActions: made.InsufficientDataActions,
    AlarmActions: ["arn:aws:lambda:us-east-1:111122223333:function:mend", notify.arn],
  });
  const { alarms } = await describeAlarms(workspace);
  expect(await findMadeHere(workspace, alarms)).toStrictEqual(new Set(["slow"]));
});

test("a deleted alarm comes back as it was, with its tags; its history stays", async () => {
  const before = await raw("theirs");
  const request = await deleteAlarm(workspace, "theirs");
  expect(await raw("theirs")).toBeUndefined();
  if (!request) throw new Error("It can be made again.");
  expect(request.Tags).toStrictEqual([{ Key: "team", Value: "nlp" }]);
  await restoreAlarm(workspace, request);
  const { AlarmDescription, AlarmActions, Threshold, Unit } = before ?? {};
  expect(await raw("theirs")).toMatchObject({ AlarmDescription, AlarmActions, Threshold, Unit });
  await expect(restoreAlarm(workspace, request)).rejects.toMatchObject({ code: "conflict" });
  const { events } = await describeAlarmHistory(workspace, "theirs", undefined);
  expect(events.map(({ summary }) => summary)).toContain('Alarm "theirs" deleted');
});

test("alarms of scaling policies are listed, and neither changed nor deleted", async () => {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: "TargetTracking-endpoint/reviews/variant/AllTraffic-AlarmHigh-1",
      Namespace: "AWS/SageMaker",
      MetricName: "InvocationsPerInstance",
      Dimensions: [{ Name: "EndpointName", Value: "reviews" }],
      Statistic: "Sum",
      Period: 60,
      EvaluationPeriods: 3,
      Threshold: 70,
      ComparisonOperator: "GreaterThanThreshold",
      AlarmActions: ["arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:1:resource/sagemaker/x"],
    }),
  );
  const { alarms } = await describeAlarms(workspace);
  const owned = alarms.find(({ isOfScaling }) => isOfScaling);
  if (!owned) throw new Error("It is listed.");
  await expect(deleteAlarm(workspace, owned.name)).rejects.toMatchObject({ code: "conflict" });
  const { metric, rule } = owned;
  if (!metric || !rule) throw new Error("It has both.");
  const change = input(owned.name, { isNew: false, metric, rule });
  await expect(saveAlarm(workspace, member, change)).rejects.toMatchObject({ code: "conflict" });
});

test("many who look cost one DescribeAlarms", async () => {
  const before = proxy.count("DescribeAlarms");
  await Promise.all(Array.from({ length: 20 }, () => describeAlarms(workspace)));
  expect(proxy.count("DescribeAlarms") - before).toBe(1);
});
