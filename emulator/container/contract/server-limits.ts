import { ContainerStartError } from "../inference-host.ts";

/** What the model server before the handler allows; each container has its own, from its environment. */
export type ServerLimits = {
  maxRequestBytes: number;
  maxResponseBytes: number;
  /** Requests that may wait for a worker. */
  queueSize: number;
  /** Requests that are worked on at once; null: as many as there are processors. */
  workers: number | null;
  /** After this the server gives its worker up. Longer than SageMaker waits, unless it is given in seconds. */
  responseTimeoutMs: number;
};

const MIB = 1024 ** 2;
/** `max_request_size` and `max_response_size` of multi-model-server. */
const MAX_BODY_BYTES = 6_553_500;
/** `job_queue_size` of multi-model-server. */
const QUEUE_SIZE = 100;
/** The toolkit's default; the server counts it in minutes. */
const TIMEOUT_MINUTES = 60;

type Environment = Record<string, string>;

/**
 * The limits that a container's environment sets. `MMS_*` wins over `SAGEMAKER_*`, because the server reads its own
 * variables after the file that the toolkit writes. Throws ContainerStartError for what is no number, as the server
 * would not start with it.
 */
export function readServerLimits(environment: Environment): ServerLimits {
  const payloadMiB = python(environment, "SAGEMAKER_MAX_PAYLOAD_IN_MB");
  const minutes =
    java(environment, "MMS_DEFAULT_RESPONSE_TIMEOUT") ?? python(environment, "SAGEMAKER_MODEL_SERVER_TIMEOUT");
  const seconds = python(environment, "SAGEMAKER_MODEL_SERVER_TIMEOUT_SECONDS");
  return {
    maxRequestBytes: java(environment, "MMS_MAX_REQUEST_SIZE") ?? (payloadMiB ? payloadMiB * MIB : MAX_BODY_BYTES),
    maxResponseBytes: java(environment, "MMS_MAX_RESPONSE_SIZE") ?? MAX_BODY_BYTES,
    queueSize: java(environment, "MMS_JOB_QUEUE_SIZE") ?? QUEUE_SIZE,
    workers: positive(
      java(environment, "MMS_DEFAULT_WORKERS_PER_MODEL") ?? java(environment, "SAGEMAKER_MODEL_SERVER_WORKERS"),
    ),
    responseTimeoutMs: (seconds ?? (minutes ?? TIMEOUT_MINUTES) * 60) * 1000,
  };
}

/** Zero workers mean the server's own choice. */
function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}

/** A variable that the toolkit reads with `int()`. */
function python(environment: Environment, name: string): number | null {
  return whole(environment[name], (text) => `invalid literal for int() with base 10: '${text}'`);
}

/** A variable that the server reads with `Integer.parseInt`. */
function java(environment: Environment, name: string): number | null {
  return whole(environment[name], (text) => `java.lang.NumberFormatException: For input string: "${text}"`);
}

function whole(text: string | undefined, wrong: (text: string) => string): number | null {
  if (text === undefined || text === "") return null;
  if (/^[-+]?\d+$/.test(text.trim())) return Number(text);
  throw new ContainerStartError(wrong(text));
}
