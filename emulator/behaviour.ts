/** What a rehearsal may change while the emulator runs; `/_emulator/scenarios` names useful sets of it. */
export type Behaviour = {
  /** Time that an endpoint takes to be created or updated on top of loading its model. */
  endpointDelayMs: number;
  /** Time between DeleteEndpoint and the endpoint's disappearance. */
  deleteDelayMs: number;
  /** When set, endpoints that are created or updated fail with this FailureReason. */
  endpointFailure: string | null;
  /** What the containers of such endpoints print before they fail; none of them prints anything when empty. */
  endpointFailureLog: string[];
  /** Updates reach their new fleet and are taken back without a reason. */
  silentRollback: boolean;
  /** When set, the way back of a rolling update fails with this reason. */
  rollbackFailure: string | null;
  /** How the answers of language models come. */
  stream: StreamRehearsal;
  /** Time before the instances of a training or transform job are there. */
  trainingDelayMs: number;
  /** How long a serverless environment stays ready without a call. */
  serverlessIdleMs: number;
  /** Time that a serverless environment takes to be there, on top of loading its model. */
  coldStartMs: number;
  /** When set, training and transform jobs fail with this. */
  jobFailure: JobFailure | null;
  /** When set, spot capacity is taken away once from each training job that uses it. */
  spotInterruption: boolean;
  /** Training jobs have used up their MaxRuntimeInSeconds as soon as their script runs. */
  runtimeUsedUp: boolean;
  /** Spot capacity is taken from training jobs that keep no checkpoints, and has not come back when their wait is over. */
  spotShortage: boolean;
  /** What prices of the price list are multiplied by. */
  priceFactor: number;
};

/** How a job fails in a rehearsal: its FailureReason, and what its container prints before. */
export type JobFailure = { reason: string; log: string[] };

/** What is done to the answers of language models, so that slow and broken streams can be seen. */
export type StreamRehearsal = {
  /** Real time that each token takes on top. */
  tokenDelayMs: number;
  /** A stream breaks off after so many parts; null: it does not. */
  breakAfterParts: number | null;
};

export const STEADY_STREAM: StreamRehearsal = { tokenDelayMs: 0, breakAfterParts: null };

export type Delays = Pick<Behaviour, "endpointDelayMs" | "deleteDelayMs" | "trainingDelayMs" | "coldStartMs">;

/** Long enough to be seen as `Creating`, short enough not to bore. */
export const INTERACTIVE_DELAYS: Delays = {
  endpointDelayMs: 3_000,
  deleteDelayMs: 1_500,
  trainingDelayMs: 2_000,
  coldStartMs: 2_000,
};

export const NO_DELAYS: Delays = { endpointDelayMs: 0, deleteDelayMs: 0, trainingDelayMs: 0, coldStartMs: 0 };
