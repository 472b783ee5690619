import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { TransformSettings } from "./transform-job.ts";

const GROUP = "/aws/sagemaker/TransformJobs";

/** What the service itself says of a job's files: the stream `<job>/<instance>-<epoch>/data-log`. */
export type DataLog = {
  begin(settings: TransformSettings): void;
  /** Lines about an object. */
  about(bucket: string, key: string, lines: string[]): void;
};

export function createDataLog(telemetry: Telemetry, clock: Clock, region: string, logStream: string): DataLog {
  const put = (messages: string[]): void => {
    const at = clock.now();
    const time = new Date(at).toISOString().slice(0, -1);
    const events = messages.map((message) => ({ at, message: `${time}:[sagemaker logs]: ${message}` }));
    telemetry.putLog(region, GROUP, `${logStream}/data-log`, events);
  };
  return {
    begin({ maxConcurrent, maxPayloadMb, strategy }) {
      const shown = strategy === "MultiRecord" ? "MULTI_RECORD" : "SINGLE_RECORD";
      put([`MaxConcurrentTransforms=${maxConcurrent}, MaxPayloadInMB=${maxPayloadMb}, BatchStrategy=${shown}`]);
    },
    about: (bucket, key, lines) => put(lines.map((line) => `${bucket}/${key}: ${line}`)),
  };
}
