import type { Sample } from "../../telemetry/metric-store.ts";
import type { SampleStep } from "./pattern.ts";

export type SampleSeries = { namespace: string; name: string; samples: Sample[] };

const INVOCATION = "AWS/SageMaker";
const UTILISATION = "/aws/sagemaker/Endpoints";
const MINUTE_MS = 60_000;

/** What SageMaker would have published of these steps for a real-time variant on instances without a GPU. */
export function sampleSeries(steps: readonly SampleStep[]): SampleSeries[] {
  const called = steps.filter(({ calls }) => calls > 0);
  const invocation = (name: string, unit: string, of: (step: SampleStep) => { value: number; count: number }[]) => ({
    namespace: INVOCATION,
    name,
    samples: called.flatMap((step) => of(step).map((each) => ({ ...each, at: step.at, unit }))),
  });
  return [
    invocation("Invocations", "None", ({ calls }) => [{ value: 1, count: calls }]),
    invocation("InvocationsPerInstance", "None", ({ calls, instances }) => [{ value: 1 / instances, count: calls }]),
    invocation("Invocation4XXErrors", "None", ({ calls, errors4xx }) => flags(errors4xx, calls)),
    invocation("Invocation5XXErrors", "None", ({ calls, errors5xx }) => flags(errors5xx, calls)),
    invocation("InvocationModelErrors", "None", (step) => flags(step.errors4xx + step.errors5xx, step.calls)),
    invocation("ModelLatency", "Microseconds", ({ modelLatency }) => modelLatency),
    invocation("OverheadLatency", "Microseconds", ({ modelLatency }) => modelLatency.map(overhead)),
    invocation("ConcurrentRequestsPerModel", "None", ({ concurrent, calls }) => [{ value: concurrent, count: calls }]),
    utilisation(steps, "CPUUtilization", ({ calls, instances }) => 4 + (9 * calls) / instances),
    utilisation(steps, "MemoryUtilization", ({ instances }) => 31 + instances),
    utilisation(steps, "DiskUtilization", ({ at }) => 22 + ((at / MINUTE_MS) % 1_440) / 480),
  ];
}

/** Each instance publishes one value a minute; they differ a little. */
function utilisation(steps: readonly SampleStep[], name: string, of: (step: SampleStep) => number): SampleSeries {
  const samples = steps.flatMap((step) =>
    Array.from({ length: step.instances }, (_, instance) => ({
      at: step.at,
      value: Math.round(of(step) * (1 + 0.06 * instance) * 100) / 100,
      count: 1,
      unit: "Percent",
    })),
  );
  return { namespace: UTILISATION, name, samples };
}

/** 1 for each that failed, otherwise 0. */
function flags(failed: number, calls: number): { value: number; count: number }[] {
  return [
    { value: 1, count: failed },
    { value: 0, count: calls - failed },
  ].filter(({ count }) => count > 0);
}

function overhead({ value, count }: { value: number; count: number }): { value: number; count: number } {
  return { value: Math.round(3_500 + value / 12), count };
}
