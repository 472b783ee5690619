import type { Machine } from "./start/machine.ts";

/** What a variant's container is started with; two targets with equal image, data and environment share one loaded model. */
export type ServingTarget = {
  region: string;
  endpointName: string;
  variantName: string;
  image: string;
  modelDataUrl: string | null;
  environment: Record<string, string>;
  /** Left out where nothing is known of it. */
  machine?: Machine;
  /** Of an inference component's copies: where their lines and their use of the machine go instead of the endpoint's. */
  component?: HostedComponent;
  /** Of a batch transform job's container: where its lines and its use of the machine go instead of an endpoint's. */
  transformHost?: TransformHost;
};

/** An inference component with what each of its copies keeps for itself: CPU cores, and memory in MiB. */
type HostedComponent = { name: string; cpuCores: number; memoryMb: number };

/** One instance of a transform job, as its log stream (`<job>/<instance>-<epoch>`) and its metrics' dimension name it. */
export type TransformHost = { logStream: string; host: string };

export type ContainerRequest = {
  contentType: string | null;
  accept: string | null;
  body: Buffer;
  customAttributes: string | null;
};

/** The container's HTTP answer, whatever its status; the runtime turns 4xx and 5xx into ModelError. */
export type ContainerResponse = {
  status: number;
  contentType: string;
  body: Buffer;
  /** Time inside the container, microseconds: CloudWatch's ModelLatency. */
  modelLatencyUs: number;
};

/** How the caller follows an invocation. */
export type InvokeOptions = {
  /** Takes pieces of the answer as the model makes them; the response's body is then empty. Without it the answer is whole. */
  onPart?(bytes: Uint8Array, contentType: string): void;
  /** Aborted when nobody waits for the answer any longer: a generating model stops. */
  signal?: AbortSignal;
  /** How long the caller waits; SageMaker's limits for real-time answers when left out. */
  timeoutMs?: number;
  /** Rehearsed: how much longer each generated token takes. */
  tokenDelayMs?: number;
  /** How many instances answer: each works with a process of this machine, as far as it has them. Left out: no limit. */
  instances?: number;
};

/** Why a container never answered its health check: goes into the endpoint's FailureReason. */
export class ContainerStartError extends Error {}

/** Runs models in child processes that endpoints share. */
export type InferenceHost = {
  /** Loads the model once so that `ping` would answer; rejects with ContainerStartError. Logs go to the endpoint's log group. */
  start(target: ServingTarget): Promise<void>;
  /** Never rejects for what the container answers; a time-out is status 0 with AWS's message as body. */
  invoke(target: ServingTarget, request: ContainerRequest, options?: InvokeOptions): Promise<ContainerResponse>;
  /** The endpoint no longer runs this; a model that no other endpoint was started with is freed. */
  release(target: ServingTarget): void;
  /** Stops all children. */
  close(): Promise<void>;
};
