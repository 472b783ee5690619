import "server-only";
import { getMetricData, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { fill } from "@/lib/metrics/fill";
import { keptForMs } from "@/lib/metrics/periods";
import { resolveWindow, toWish } from "@/lib/metrics/windows";
import type { Workspace } from "@/lib/workspaces/view";

import type { MetricWindowInput } from "./schema";
import type { MetricWindowView } from "./view";

/** A metric over a window in the period of an alarm, so that the alarm can be tried on it: one GetMetricData. */
export async function readMetricWindow(
  workspace: Workspace,
  input: MetricWindowInput,
  nowMs = Date.now(),
): Promise<MetricWindowView> {
  const shown = resolveWindow(toWish({ ...input, compare: "false" }), nowMs);
  const periodMs = input.period * 1_000;
  // Only periods that have ended: an alarm does not look at the one that runs.
  const toMs = Math.floor(Math.min(shown.toMs, nowMs) / periodMs) * periodMs;
  const oldest = Math.ceil((nowMs - keptForMs(input.period)) / periodMs) * periodMs;
  const wished = Math.floor(shown.fromMs / periodMs) * periodMs;
  const fromMs = Math.min(Math.max(wished, oldest), toMs - periodMs);
  const window = { fromMs, toMs, periodSeconds: input.period, isLive: shown.isLive };
  const query: MetricQuery = {
    namespace: input.namespace,
    metric: input.metric,
    dimensions: input.dimensions,
    stat: input.stat as MetricQuery["stat"], // the schema holds the same pattern
    periodSeconds: input.period,
  };
  const [points = []] = await getMetricData(workspace, [query], { from: new Date(fromMs), to: new Date(toMs) });
  return { fromMs, toMs, periodSeconds: input.period, values: fill(points, window), isCut: wished < oldest };
}
