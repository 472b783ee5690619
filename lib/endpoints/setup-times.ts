import "server-only";
import { getMetricData, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import type { SetupInput, SetupTimes } from "@/lib/inference/cold-start";
import type { Workspace } from "@/lib/workspaces/view";

const MINUTE_MS = 60_000;

/** How long environments of a serverless variant took to start in the minutes of a call, as CloudWatch has it. */
export async function readSetupTimes(workspace: Workspace, endpoint: string, call: SetupInput): Promise<SetupTimes> {
  const startMs = Date.parse(call.at);
  // Whole minutes: what CloudWatch keeps, and what lets calls of the same minute share an answer.
  const window = {
    from: new Date(Math.floor(startMs / MINUTE_MS) * MINUTE_MS),
    to: new Date((Math.floor((startMs + call.ms) / MINUTE_MS) + 1) * MINUTE_MS),
  };
  const query = (stat: MetricQuery["stat"]): MetricQuery => ({
    namespace: "AWS/SageMaker",
    metric: "ModelSetupTime",
    dimensions: { EndpointName: endpoint, VariantName: call.variant },
    stat,
    periodSeconds: 60,
  });
  const [shortest = [], longest = []] = await getMetricData(workspace, [query("Minimum"), query("Maximum")], window);
  if (shortest.length === 0 || longest.length === 0) return null;
  // Microseconds.
  return {
    shortestMs: Math.min(...shortest.map(({ value }) => value)) / 1000,
    longestMs: Math.max(...longest.map(({ value }) => value)) / 1000,
  };
}
