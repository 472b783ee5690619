import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import type { Dimension } from "../../telemetry/telemetry.ts";

type StatisticSet = { SampleCount: number; Sum: number; Minimum: number; Maximum: number };
type Datum = {
  MetricName: string;
  Dimensions?: Dimension[];
  Timestamp?: number;
  Value?: number;
  StatisticValues?: StatisticSet;
  Values?: number[];
  Counts?: number[];
  Unit?: string;
};
export type PutMetricDataInput = { Namespace: string; MetricData?: Datum[] };

type Measured = { value: number; count: number };

/** PutMetricData. Namespaces of AWS are open here, so that a rehearsal can lay out traffic of the past. */
export function putMetricData({ telemetry, clock }: EmulatorContext, input: PutMetricDataInput, call: Call): void {
  // All are read before the first is kept: a bad one refuses the whole request.
  const read = (input.MetricData ?? []).map((datum) => ({ datum, measured: readFinite(datum) }));
  for (const { datum, measured } of read) {
    const at = datum.Timestamp === undefined ? clock.now() : datum.Timestamp * 1000;
    for (const { value, count } of measured) {
      telemetry.putMetric(call.region, {
        namespace: input.Namespace,
        name: datum.MetricName,
        dimensions: datum.Dimensions ?? [],
        value,
        count,
        unit: datum.Unit ?? "None",
        at,
      });
    }
  }
}

/** CBOR and forms can carry what JSON cannot: NaN and the infinities, which CloudWatch refuses. */
function readFinite(datum: Datum): Measured[] {
  const measured = readValues(datum);
  const bad = measured.find(({ value, count }) => !Number.isFinite(value) || !Number.isFinite(count));
  if (!bad) return measured;
  throw new Fault(
    "InvalidParameterValueException",
    `The value ${bad.value} of ${datum.MetricName} is invalid: it must be a finite number.`,
  );
}

function readValues({ MetricName, Value, Values, Counts = [], StatisticValues }: Datum): Measured[] {
  if (Values) {
    if (Counts.length > 0 && Counts.length !== Values.length) {
      throw new Fault("InvalidParameterValueException", "The parameters Values and Counts must have the same length.");
    }
    return Values.map((value, index) => ({ value, count: Counts[index] ?? 1 }));
  }
  if (StatisticValues) return fromStatistics(StatisticValues);
  if (Value !== undefined) return [{ value: Value, count: 1 }];
  throw new Fault(
    "MissingRequiredParameterException",
    `At least one of the parameters Value, Values and StatisticValues must be specified for ${MetricName}.`,
  );
}

/** Values that have exactly these statistics: the extremes, and the mean of the rest as often as it takes. */
function fromStatistics({ SampleCount, Sum, Minimum, Maximum }: StatisticSet): Measured[] {
  if (SampleCount <= 0) throw new Fault("InvalidParameterValueException", "SampleCount must be greater than zero.");
  if (SampleCount <= 1) return [{ value: Sum / SampleCount, count: SampleCount }];
  const extremes = [
    { value: Minimum, count: 1 },
    { value: Maximum, count: 1 },
  ];
  const rest = SampleCount - 2;
  return rest > 0 ? [...extremes, { value: (Sum - Minimum - Maximum) / rest, count: rest }] : extremes;
}
