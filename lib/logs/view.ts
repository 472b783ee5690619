/** One line of a CloudWatch log stream. */
export type LogEvent = { id: string; at: string; stream: string; message: string };

/** Events newest first; `olderCursor` reads the ones before them, null when there are none. */
export type LogPage = { events: LogEvent[]; olderCursor: string | null };

export type LogStream = { name: string; lastEventAt: string | null };

/** The streams of a log group, the one written to last first; `hasGroup` is false until something was logged. */
export type LogStreams = { hasGroup: boolean; streams: LogStream[] };

/** What a search found so far, newest first; `cursor` searches on, null when all was searched. */
export type LogSearch = { events: LogEvent[]; cursor: string | null };

/** Lines of a stretch of time, in the order they were written; `isCut`: there are more. */
export type LogsBetween = { events: LogEvent[]; isCut: boolean };

/** Whose containers wrote. `of` is also how the console's own addresses begin. */
export type LogSource = { of: "endpoints" | "training-jobs" | "transform-jobs"; name: string };

/** Where SageMaker keeps the output of an endpoint's containers. */
export function endpointLogGroup(endpointName: string): string {
  return `/aws/sagemaker/Endpoints/${endpointName}`;
}

/** All training jobs share a group; a job's streams begin with its name: `job/algo-1-1700000000`. */
export const TRAINING_LOG_GROUP = "/aws/sagemaker/TrainingJobs";

/** All transform jobs share one too: `job/i-0123-1700000000`, and with `/data-log` behind it what the service says itself. */
export const TRANSFORM_LOG_GROUP = "/aws/sagemaker/TransformJobs";

/** How the streams of a training or transform job begin. */
export function trainingStreamPrefix(jobName: string): string {
  return `${jobName}/`;
}

export function logGroup({ of, name }: LogSource): string {
  if (of === "endpoints") return endpointLogGroup(name);
  return of === "training-jobs" ? TRAINING_LOG_GROUP : TRANSFORM_LOG_GROUP;
}
