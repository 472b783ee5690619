import { CloudWatchClient, type MetricDatum, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";

import { E2E } from "./settings";

/** A measurement as a spec knows it: epoch milliseconds and the value that was published. */
export type Known = { at: number; value: number };
export type KnownCalls = { invocations: Known[]; clientErrors: Known[]; modelLatencyUs: Known[]; cpuPercent: Known[] };

const MINUTE_MS = 60_000;
const BATCHES = 30;
const BATCH_EVERY_MS = 47 * MINUTE_MS;
const PER_CALL = 500;

/** Batches of one to seven calls over a day, every latency different; each is seen by two instances. */
export function knownCalls(dayMs: number): KnownCalls {
  const calls: KnownCalls = { invocations: [], clientErrors: [], modelLatencyUs: [], cpuPercent: [] };
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const start = dayMs + batch * BATCH_EVERY_MS;
    const count = 1 + ((batch * 5) % 7);
    for (let call = 0; call < count; call += 1) {
      const at = start + call * 3_000;
      calls.invocations.push({ at, value: 1 });
      calls.clientErrors.push({ at, value: (batch + call) % 4 === 0 ? 1 : 0 });
      // Neither rising nor falling, so that percentiles have something to sort.
      calls.modelLatencyUs.push({ at, value: 20_000 + ((batch * 7_919 + call * 104_729) % 900) * 1_000 });
    }
    calls.cpuPercent.push({ at: start, value: 20 + batch }, { at: start + 1_000, value: 61 + batch });
  }
  return calls;
}

/** Publishes them as SageMaker would have, for the only variant of an endpoint. */
export async function publishKnownCalls(endpoint: string, calls: KnownCalls): Promise<void> {
  const client = new CloudWatchClient({
    endpoint: E2E.emulatorUrl,
    region: "us-east-1",
    credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  });
  const Dimensions = [
    { Name: "EndpointName", Value: endpoint },
    { Name: "VariantName", Value: "AllTraffic" },
  ];
  const toData = (MetricName: string, known: Known[]): MetricDatum[] =>
    known.map(({ at, value }) => ({ MetricName, Dimensions, Timestamp: new Date(at), Value: value }));
  const put = async (Namespace: string, data: MetricDatum[]) => {
    for (let first = 0; first < data.length; first += PER_CALL) {
      await client.send(new PutMetricDataCommand({ Namespace, MetricData: data.slice(first, first + PER_CALL) }));
    }
  };
  await put("AWS/SageMaker", [
    ...toData("Invocations", calls.invocations),
    ...toData("Invocation4XXErrors", calls.clientErrors),
    ...toData("ModelLatency", calls.modelLatencyUs),
  ]);
  await put("/aws/sagemaker/Endpoints", toData("CPUUtilization", calls.cpuPercent));
  client.destroy();
}

/** The values of each period that has any, latest first. */
export function byPeriod(known: readonly Known[], periodSeconds: number, toMs: number): { at: number; of: number[] }[] {
  const periodMs = periodSeconds * 1_000;
  const groups = new Map<number, number[]>();
  for (const { at, value } of known) {
    if (at >= toMs) continue;
    const start = Math.floor(at / periodMs) * periodMs;
    groups.set(start, [...(groups.get(start) ?? []), value]);
  }
  return [...groups].map(([at, of]) => ({ at, of })).sort((a, b) => b.at - a.at);
}

/** By linear interpolation between the two nearest of the sorted values. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(rank)] ?? Number.NaN) - below) * (rank % 1);
}
