import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failureOf } from "../../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../../testing/start-test-emulator.ts";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:pager";
const Dimensions = [{ Name: "EndpointName", Value: "reviews" }];

let emulator: TestEmulator;
let cloudwatch: CloudWatchClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  cloudwatch = new CloudWatchClient(emulator.sdk);
});
afterAll(() => emulator.close());

function alarm(AlarmName: string, over: Partial<PutMetricAlarmCommandInput> = {}) {
  return new PutMetricAlarmCommand({
    AlarmName,
    Namespace: "AWS/SageMaker",
    MetricName: AlarmName,
    Dimensions,
    Statistic: "Sum",
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 5,
    ComparisonOperator: "GreaterThanThreshold",
    AlarmActions: [TOPIC],
    ...over,
  });
}

/** Puts one value into the running minute (null: none) and lets the minute pass. */
async function minutes(MetricName: string, values: (number | null)[]): Promise<void> {
  for (const Value of values) {
    if (Value !== null) {
      const datum = { MetricName, Dimensions, Value, Timestamp: new Date(emulator.clock.now()) };
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData: [datum] }));
    }
    emulator.clock.advance(60_000);
  }
}

async function stateOf(name: string) {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0]?.StateValue;
}

test("two of three minutes beyond the threshold are an alarm, and a topic hears of it", async () => {
  await cloudwatch.send(alarm("errors"));
  expect(await stateOf("errors")).toBe("INSUFFICIENT_DATA");
  await minutes("errors", [1, 1, 1]);
  expect(await stateOf("errors")).toBe("OK");
  await minutes("errors", [9]);
  expect(await stateOf("errors")).toBe("OK");
  await minutes("errors", [2, 9]);
  expect(await stateOf("errors")).toBe("ALARM");

  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ StateValue: "ALARM" }));
  expect(MetricAlarms[0]?.StateReason).toBe(
    "Threshold Crossed: 3 datapoints [9, 2, 9] were greater than the threshold (5).",
  );
  const { AlarmHistoryItems = [] } = await cloudwatch.send(new DescribeAlarmHistoryCommand({ AlarmName: "errors" }));
  expect(AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary)).toEqual(
    [
      "Alarm updated from OK to ALARM",
      `Successfully executed action ${TOPIC}`,
      "Alarm updated from INSUFFICIENT_DATA to OK",
      'Alarm "errors" created',
    ].sort((a, b) => order(a) - order(b)),
  );
  const told = await (await fetch(`${emulator.url}/_emulator/notifications`)).json();
  expect(JSON.stringify(told)).toContain('"NewStateValue":"ALARM"');
});

const order = (summary: string) => [/executed/, /to ALARM/, /to OK/, /created/].findIndex((each) => each.test(summary));

test("missing data is what the alarm says it is", async () => {
  await cloudwatch.send(alarm("quiet", { TreatMissingData: "breaching" }));
  await cloudwatch.send(alarm("fine", { TreatMissingData: "notBreaching" }));
  await cloudwatch.send(alarm("unknown"));
  await minutes("unknown", [null, null, null]);
  expect([await stateOf("quiet"), await stateOf("fine"), await stateOf("unknown")]).toEqual([
    "ALARM",
    "OK",
    "INSUFFICIENT_DATA",
  ]);
});

test("an alarm on an expression of metrics is evaluated", async () => {
  const stat = (Id: string, MetricName: string) => ({
    Id,
    ReturnData: false,
    MetricStat: { Metric: { Namespace: "AWS/SageMaker", MetricName, Dimensions }, Period: 60, Stat: "Sum" },
  });
  const put = alarm("share", { EvaluationPeriods: 1, DatapointsToAlarm: 1, Threshold: 0.5 });
  const { MetricName: _, Namespace: __, Dimensions: ___, Statistic: ____, Period: _____, ...rest } = put.input;
  const Metrics = [stat("e", "failed"), stat("n", "asked"), { Id: "share", Expression: "e / n", ReturnData: true }];
  await cloudwatch.send(new PutMetricAlarmCommand({ ...rest, Metrics }));
  const at = emulator.clock.now();
  for (const [name, value] of [
    ["failed", 3],
    ["asked", 4],
  ] as const) {
    const datum = { MetricName: name, Dimensions, Value: value, Timestamp: new Date(at) };
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: "AWS/SageMaker", MetricData: [datum] }));
  }
  emulator.clock.advance(60_000);
  expect(await stateOf("share")).toBe("ALARM");
});

test("a state set by hand lasts until the next period says otherwise", async () => {
  await cloudwatch.send(alarm("rehearsed", { TreatMissingData: "notBreaching" }));
  await minutes("rehearsed", [0, 0, 0]);
  const set = { AlarmName: "rehearsed", StateValue: "ALARM" as const, StateReason: "a rehearsal" };
  await cloudwatch.send(new SetAlarmStateCommand(set));
  expect(await stateOf("rehearsed")).toBe("ALARM");
  await minutes("rehearsed", [0]);
  expect(await stateOf("rehearsed")).toBe("OK");
});

test("alarms outlive a restart, are taken away, and leave their history", async () => {
  await cloudwatch.send(alarm("kept"));
  emulator = await emulator.restart();
  cloudwatch = new CloudWatchClient(emulator.sdk);
  expect(await stateOf("kept")).toBe("INSUFFICIENT_DATA");
  await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ["kept", "never-there"] }));
  expect(await stateOf("kept")).toBeUndefined();
  const { AlarmHistoryItems = [] } = await cloudwatch.send(new DescribeAlarmHistoryCommand({ AlarmName: "kept" }));
  expect(AlarmHistoryItems[0]?.HistorySummary).toBe('Alarm "kept" deleted');
});

test.each([
  [{ DatapointsToAlarm: 4 }, /DatapointsToAlarm/],
  [{ Statistic: undefined }, /statistic/],
  [{ Threshold: undefined }, /Threshold/],
  [{ ComparisonOperator: "GreaterThanUpperThreshold" as const }, /evaluates thresholds/],
])("%o is refused", async (over, words) => {
  expect((await failureOf(cloudwatch.send(alarm("refused", over)))).message).toMatch(words);
});

test("an alarm whose actions are disabled changes its state and tells nobody, until they are enabled again", async () => {
  const told = async () => {
    const all = await (await fetch(`${emulator.url}/_emulator/notifications`)).json();
    return JSON.stringify(all).split('"AlarmName":"muted"').length - 1;
  };
  await cloudwatch.send(alarm("muted", { EvaluationPeriods: 1, DatapointsToAlarm: 1, OKActions: [TOPIC] }));
  await minutes("muted", [1]);
  expect(await stateOf("muted")).toBe("OK");
  const before = await told();
  await cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames: ["muted", "never-there"] }));
  await minutes("muted", [9]);
  expect([await stateOf("muted"), await told()]).toStrictEqual(["ALARM", before]);
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: ["muted"] }));
  expect(MetricAlarms[0]).toMatchObject({ ActionsEnabled: false, AlarmActions: [TOPIC], Threshold: 5 });
  await cloudwatch.send(new EnableAlarmActionsCommand({ AlarmNames: ["muted"] }));
  await minutes("muted", [1]);
  expect([await stateOf("muted"), await told()]).toStrictEqual(["OK", before + 1]);
});

test("a new alarm is looked at at once, over the periods that have ended", async () => {
  await minutes("late", [9, 9, 9]);
  await cloudwatch.send(alarm("late", { Tags: [{ Key: "team", Value: "nlp" }] }));
  expect(await stateOf("late")).toBe("ALARM");
});

test("tags are told, and outlive a change of the alarm", async () => {
  await cloudwatch.send(alarm("late", { Threshold: 99 }));
  expect(await stateOf("late")).toBe("OK");
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: ["late"] }));
  const ResourceARN = MetricAlarms[0]?.AlarmArn;
  const { Tags } = await cloudwatch.send(new ListTagsForResourceCommand({ ResourceARN }));
  expect(Tags).toStrictEqual([{ Key: "team", Value: "nlp" }]);
});
