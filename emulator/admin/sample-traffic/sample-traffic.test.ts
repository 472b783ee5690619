import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeEndpointCommand, ListTagsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "../../testing/held-inference.ts";
import { untilStatus } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let sagemaker: SageMakerClient;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  sagemaker = new SageMakerClient(emulator.sdk);
});
afterAll(() => emulator.close());

async function rehearse() {
  const answer = await fetch(`${emulator.url}/_emulator/scenarios`, {
    method: "POST",
    body: JSON.stringify({ name: "sample-traffic" }),
  });
  return answer.json();
}

async function read(metric: string, stat: string, periodSeconds = 86_400) {
  const namespace = metric.endsWith("Utilization") ? "/aws/sagemaker/Endpoints" : "AWS/SageMaker";
  const now = emulator.clock.now();
  const { MetricDataResults } = await new CloudWatchClient(emulator.sdk).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 15 * DAY_MS),
      EndTime: new Date(now),
      ScanBy: "TimestampAscending",
      MetricDataQueries: [
        {
          Id: "q",
          MetricStat: {
            Metric: {
              Namespace: namespace,
              MetricName: metric,
              Dimensions: [
                { Name: "EndpointName", Value: "sample-traffic" },
                { Name: "VariantName", Value: "AllTraffic" },
              ],
            },
            Period: periodSeconds,
            Stat: stat,
          },
        },
      ],
    }),
  );
  return MetricDataResults?.[0]?.Values ?? [];
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

test("an endpoint has two weeks behind it, is as old, answers, and says that they are made up", async () => {
  expect(await rehearse()).toMatchObject({ name: "sample-traffic", endpoint: "sample-traffic" });
  await untilStatus(sagemaker, "sample-traffic", "InService");
  const { CreationTime, EndpointArn, ProductionVariants } = await sagemaker.send(
    new DescribeEndpointCommand({ EndpointName: "sample-traffic" }),
  );
  expect(CreationTime?.getTime()).toBe(emulator.clock.now() - 14 * DAY_MS);
  const { Tags } = await sagemaker.send(new ListTagsCommand({ ResourceArn: EndpointArn }));
  expect(Tags?.map(({ Key }) => Key)).toStrictEqual(["sample-traffic"]);
  expect((await read("Invocations", "Sum")).length).toBeGreaterThanOrEqual(14);
  expect(ProductionVariants?.[0]?.CurrentInstanceCount).toBe((await read("CPUUtilization", "SampleCount", 60)).at(-1));
});

test("its numbers agree with each other", async () => {
  await rehearse();
  const calls = sum(await read("Invocations", "Sum"));
  expect(calls).toBeGreaterThan(10_000);
  expect(sum(await read("ModelLatency", "SampleCount"))).toBe(calls);
  expect(sum(await read("InvocationModelErrors", "Sum"))).toBe(
    sum(await read("Invocation4XXErrors", "Sum")) + sum(await read("Invocation5XXErrors", "Sum")),
  );
  const minutes = await read("CPUUtilization", "SampleCount", 60);
  expect(minutes).toHaveLength(14 * 1_440);
  expect([Math.min(...minutes), Math.max(...minutes)]).toStrictEqual([1, 4]);
  // Five silent hours are missing, not zero.
  expect((await read("Invocations", "Sum", 3_600)).length).toBeLessThanOrEqual(14 * 24 + 1 - 4);
});

test("filling once more changes nothing", async () => {
  await rehearse();
  const before = await read("Invocations", "Sum");
  await rehearse();
  expect(await read("Invocations", "Sum")).toStrictEqual(before);
});
