import type { Problem } from "@/lib/errors";

/** One line of a CloudWatch log stream. */
export type LogEvent = { id: string; at: string; stream: string; message: string };

/**
 * A stretch of a log, oldest first. `older` reads what is before it, null when it begins the log; `newer` reads what
 * follows, also what is yet to be written; `isNewest`: nothing followed when it was read.
 */
export type LogPage = {
  events: LogEvent[];
  older: string | null;
  newer: string;
  isNewest: boolean;
  /** Lines of a live tail that were not read yet; `newer` reads them too. */
  isLive?: true;
};

export type LogStream = { name: string; lastEventAt: string | null };

/** The streams of a log group, the one written to last first; `hasGroup` is false until something was logged. */
export type LogStreams = { hasGroup: boolean; streams: LogStream[] };

/** Lines that a search found, oldest first; `cursor` searches on, null when all was searched. */
export type LogSearch = { events: LogEvent[]; cursor: string | null };

/** Lines of a stretch of time, in the order they were written; `isCut`: there are more. */
export type LogsBetween = { events: LogEvent[]; isCut: boolean };

/** A line as a live tail shows it: without an id. */
export type LiveLine = Omit<LogEvent, "id">;

/** What a live tail shows of a second; `isSampled`: there were more lines than it shows. */
export type TailUpdate = { lines: LiveLine[]; isSampled: boolean };

/**
 * What the console tells a browser that looks at a live tail: that it has begun (again), lines, that it is to connect
 * again, or why there is none.
 */
export type TailMessage = { start: true } | TailUpdate | { again: true } | { idle: true } | { problem: Problem };

/** Whose containers wrote. `of` is also how the console's own addresses begin. */
export type LogSource = { of: "endpoints" | "inference-components" | "training-jobs" | "transform-jobs"; name: string };

/** Where lines lie: a group, or those streams of it whose names begin with `prefix`. */
export type LogScope = { group: string; prefix?: string };

/** All training jobs share a group; a job's streams begin with its name: `job/algo-1-1700000000`. */
export const TRAINING_LOG_GROUP = "/aws/sagemaker/TrainingJobs";

/** All transform jobs share one too: `job/i-0123-1700000000`, and with `/data-log` behind it what the service says itself. */
export const TRANSFORM_LOG_GROUP = "/aws/sagemaker/TransformJobs";

/** Where SageMaker keeps the output of an endpoint's containers. */
export function endpointLogGroup(endpointName: string): string {
  return `/aws/sagemaker/Endpoints/${endpointName}`;
}

/** The same for an inference component, whose copies have a group of their own. */
export function componentLogGroup(componentName: string): string {
  return `/aws/sagemaker/InferenceComponents/${componentName}`;
}

/** How the streams of a training or transform job begin. */
export function trainingStreamPrefix(jobName: string): string {
  return `${jobName}/`;
}

/** Where the lines of a source lie. */
export function logScope({ of, name }: LogSource): LogScope {
  if (of === "endpoints") return { group: endpointLogGroup(name) };
  if (of === "inference-components") return { group: componentLogGroup(name) };
  return {
    group: of === "training-jobs" ? TRAINING_LOG_GROUP : TRANSFORM_LOG_GROUP,
    prefix: trainingStreamPrefix(name),
  };
}

/** A stream's name without that of its job, which the page has already. */
export function shortStream(stream: string, source: LogSource): string {
  const { prefix = "" } = logScope(source);
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : stream;
}
