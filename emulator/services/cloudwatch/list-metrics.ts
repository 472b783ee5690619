import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";

export type ListMetricsInput = {
  Namespace?: string;
  MetricName?: string;
  Dimensions?: { Name: string; Value?: string }[];
  NextToken?: string;
  RecentlyActive?: string;
};

const PAGE = 500;
const HOUR_MS = 60 * 60 * 1000;

/** ListMetrics: what has had data points, 500 a page. A filter's dimension without a value takes any. */
export function listMetrics({ telemetry, clock }: EmulatorContext, input: ListMetricsInput, call: Call) {
  const { Namespace, MetricName, Dimensions = [] } = input;
  const since = input.RecentlyActive ? clock.now() - 3 * HOUR_MS : clock.now() - 14 * 24 * HOUR_MS;
  const found = telemetry.metrics
    .list(call.region)
    .filter(
      ({ namespace, name, dimensions, latest }) =>
        latest >= since &&
        (Namespace === undefined || namespace === Namespace) &&
        (MetricName === undefined || name === MetricName) &&
        Dimensions.every((wanted) =>
          dimensions.some(
            (each) => each.Name === wanted.Name && (wanted.Value === undefined || each.Value === wanted.Value),
          ),
        ),
    );
  const from = readToken(input.NextToken);
  const page = found.slice(from, from + PAGE);
  const next = from + PAGE < found.length ? Buffer.from(String(from + PAGE)).toString("base64") : undefined;
  return {
    Metrics: page.map(({ namespace, name, dimensions }) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: dimensions,
    })),
    NextToken: next,
  };
}

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const text = Buffer.from(token, "base64").toString();
  if (/^\d+$/.test(text)) return Number(text);
  throw new Fault("InvalidParameterValueException", "The parameter NextToken is not valid.");
}
