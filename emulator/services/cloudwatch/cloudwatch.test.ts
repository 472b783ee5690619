import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";
import { SmithyRpcV2CborProtocol } from "@smithy/core/cbor";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let cloudwatch: CloudWatchClient;
let start: Date;
let end: Date;

const dimensions = [
  { Name: "EndpointName", Value: "reviews" },
  { Name: "VariantName", Value: "AllTraffic" },
];
const named = (name: string) => ({ MetricName: name, Dimensions: dimensions });
const metric = (name: string) => ({ Namespace: "AWS/SageMaker", MetricName: name, Dimensions: dimensions });

beforeAll(async () => {
  emulator = await startTestEmulator();
  cloudwatch = new CloudWatchClient(emulator.sdk);
  start = new Date(emulator.clock.now());
  const at = (minute: number): Date => new Date(start.getTime() + minute * 60_000 + 5_000);
  end = new Date(start.getTime() + 10 * 60_000);
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: "AWS/SageMaker",
      MetricData: [
        { ...named("Invocations"), Timestamp: at(0), Values: [1], Counts: [4] },
        { ...named("Invocations"), Timestamp: at(1), Value: 1 },
        { ...named("Invocation5XXErrors"), Timestamp: at(0), Values: [0, 1], Counts: [3, 1] },
        { ...named("ModelLatency"), Timestamp: at(0), Values: [10, 20, 30, 40, 100], Unit: "Microseconds" },
        {
          ...named("OverheadLatency"),
          Timestamp: at(0),
          StatisticValues: { SampleCount: 5, Sum: 50, Minimum: 2, Maximum: 30 },
        },
      ],
    }),
  );
});
afterAll(() => emulator.close());

function stat(id: string, name: string, statistic: string) {
  return { Id: id, MetricStat: { Metric: metric(name), Period: 60, Stat: statistic } };
}

test("statistics come latest first, and periods without data are absent", async () => {
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: start,
      EndTime: end,
      MetricDataQueries: [stat("calls", "Invocations", "Sum")],
    }),
  );
  expect(MetricDataResults).toStrictEqual([
    {
      Id: "calls",
      Label: "Invocations",
      Timestamps: [new Date(start.getTime() + 60_000), start],
      Values: [1, 4],
      StatusCode: "Complete",
    },
  ]);
});

test.each([
  ["p50", 30],
  ["p90", 76],
  ["Average", 40],
  ["Minimum", 10],
  ["Maximum", 100],
  ["SampleCount", 5],
])("%s of latencies is %d", async (statistic, value) => {
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: start,
      EndTime: end,
      MetricDataQueries: [stat("l", "ModelLatency", statistic)],
    }),
  );
  expect(MetricDataResults?.[0]?.Values).toStrictEqual([expect.closeTo(value, 6)]);
});

test.each([
  ["100 * errors / calls", [25]],
  ["SUM(METRICS())", [1, 5]],
  ["SUM([calls, errors])", [1, 5]],
  ["MAX(METRICS('ca'))", [1, 4]],
  ["FILL(errors, 0)", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ["FILL(errors, REPEAT) + 1", [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]],
  ["IF(calls > 2, calls, 0)", [0, 4]],
  ["-(calls) ^ 2", [1, 16]],
  ["calls / PERIOD(calls) * 60", [1, 4]],
])("the expression %s is computed", async (Expression, values) => {
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: start,
      EndTime: end,
      MetricDataQueries: [
        { ...stat("calls", "Invocations", "Sum"), ReturnData: false },
        { ...stat("errors", "Invocation5XXErrors", "Sum"), ReturnData: false },
        { Id: "e", Expression },
      ],
    }),
  );
  expect(MetricDataResults?.map((result) => result.Values)).toStrictEqual([values]);
});

test.each([
  "calls +",
  "nothing * 2",
  "SHRINK(calls)",
  "e + 1",
  "(((calls)",
  "calls $ 2",
])("the expression %s is refused", async (Expression) => {
  const refused = cloudwatch.send(
    new GetMetricDataCommand({
      StartTime: start,
      EndTime: end,
      MetricDataQueries: [{ ...stat("calls", "Invocations", "Sum") }, { Id: "e", Expression }],
    }),
  );
  await expect(refused).rejects.toMatchObject({ name: "InvalidParameterValueException" });
});

test("a statistic set keeps its sum, count and extremes", async () => {
  const { Datapoints } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      ...metric("OverheadLatency"),
      StartTime: start,
      EndTime: end,
      Period: 300,
      Statistics: ["Sum", "SampleCount", "Minimum", "Maximum", "Average"],
    }),
  );
  expect(Datapoints).toStrictEqual([
    { Timestamp: start, Unit: "None", Sum: 50, SampleCount: 5, Minimum: 2, Maximum: 30, Average: 10 },
  ]);
});

test("too many data points are refused in AWS's words", async () => {
  const refused = cloudwatch.send(
    new GetMetricStatisticsCommand({
      ...metric("Invocations"),
      StartTime: new Date(start.getTime() - 30 * 86_400_000),
      EndTime: end,
      Period: 60,
      Statistics: ["Sum"],
    }),
  );
  await expect(refused).rejects.toThrow(/You have requested up to 43,210 datapoints, which exceeds the limit of 1,440/);
});

test("metrics are listed by namespace, name and dimension", async () => {
  const all = await cloudwatch.send(new ListMetricsCommand({ Namespace: "AWS/SageMaker" }));
  expect(all.Metrics?.map((each) => each.MetricName)).toStrictEqual([
    "Invocation5XXErrors",
    "Invocations",
    "ModelLatency",
    "OverheadLatency",
  ]);
  const others = await cloudwatch.send(
    new ListMetricsCommand({ Dimensions: [{ Name: "EndpointName", Value: "other" }] }),
  );
  expect(others.Metrics).toStrictEqual([]);
});

test("a long list comes in pages", async () => {
  const names = Array.from({ length: 600 }, (_, index) => ({ MetricName: `m${index}`, Value: 1 }));
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: "Many", MetricData: names }));
  const first = await cloudwatch.send(new ListMetricsCommand({ Namespace: "Many" }));
  const second = await cloudwatch.send(new ListMetricsCommand({ Namespace: "Many", NextToken: first.NextToken }));
  expect([first.Metrics?.length, second.Metrics?.length, second.NextToken]).toStrictEqual([500, 100, undefined]);
});

test("CBOR clients read the same numbers", async () => {
  const cbor = new CloudWatchClient({ ...emulator.sdk, protocol: SmithyRpcV2CborProtocol });
  const { MetricDataResults } = await cbor.send(
    new GetMetricDataCommand({
      StartTime: start,
      EndTime: end,
      MetricDataQueries: [stat("calls", "Invocations", "Sum")],
    }),
  );
  expect(MetricDataResults?.[0]).toMatchObject({ Values: [1, 4], Timestamps: [expect.any(Date), start] });
});

test("older clients are answered in XML", async () => {
  const form = new URLSearchParams({
    Action: "ListMetrics",
    Version: "2010-08-01",
    Namespace: "AWS/SageMaker",
    MetricName: "Invocations",
  });
  const answer = await fetch(emulator.sdk.endpoint, { method: "POST", body: form });
  expect(await answer.text()).toContain("<MetricName>Invocations</MetricName>");
});

test("there are no alarms yet", async () => {
  expect(await cloudwatch.send(new DescribeAlarmsCommand({}))).toMatchObject({ MetricAlarms: [] });
});

test("a number that is none refuses the whole request", async () => {
  const body = new URLSearchParams({ Action: "PutMetricData", Version: "2010-08-01", Namespace: "Finite" });
  ["1", "Infinity"].forEach((value, index) => {
    body.set(`MetricData.member.${index + 1}.MetricName`, "Requests");
    body.set(`MetricData.member.${index + 1}.Value`, value);
  });
  const answer = await fetch(emulator.url, { method: "POST", body });
  expect(await answer.text()).toContain("<Code>InvalidParameterValue</Code>");
  const { Metrics } = await cloudwatch.send(new ListMetricsCommand({ Namespace: "Finite" }));
  expect(Metrics ?? []).toStrictEqual([]);
});
