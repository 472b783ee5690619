import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { MetricReader } from "./metric-reader.ts";
import type { FinalMetric, TrainingJob } from "./training-job.ts";

const GROUP = "/aws/sagemaker/TrainingJobs";

/** Takes a host's lines: into its log stream, and what they say of metrics into CloudWatch. */
export function trainingLog(
  telemetry: Telemetry,
  clock: Clock,
  facts: { region: string; job: TrainingJob; host: string; reader: MetricReader },
  onMetric: (metric: FinalMetric) => void,
): (line: string) => void {
  const { region, job, host, reader } = facts;
  // A new stream for each attempt, named after its time, as the agent does.
  const stream = `${job.name}/${host}-${Math.floor(clock.now() / 1000)}`;
  return (line) => {
    const at = clock.now();
    telemetry.putLog(region, GROUP, stream, [{ at, message: line }]);
    for (const { name, value } of reader.read(line)) {
      const dimensions = [{ Name: "TrainingJobName", Value: job.name }];
      telemetry.putMetric(region, { namespace: GROUP, name, dimensions, value, unit: "None", at });
      onMetric({ name, value, at });
    }
  };
}
