import type { ServerSpec } from "./families/server-spec.ts";

/** Where a model's files are. */
export type ModelSource =
  | { kind: "folder"; path: string }
  | { kind: "hub"; id: string; revision: string | null; token: string | null; cacheDir: string; hubUrl: string };

/** A model to load; equal keys mean the same weights and task, whatever endpoint asks. */
export type ModelSpec = {
  key: string;
  source: ModelSource;
  /** The pipeline task; null leaves it to the model server's rule. */
  task: string | null;
  /** Who speaks for the model: not part of the key, so that containers of different families share its weights. */
  server: ServerSpec;
  /** Name that the model server shows in its log lines. */
  name: string;
};

/** What a child is told. One call at a time. */
export type CallMessage = { call: number; spec: ModelSpec } & (
  | { type: "load" }
  | { type: "unload" }
  | {
      type: "invoke";
      contentType: string | null;
      accept: string | null;
      body: Uint8Array;
      /** Pieces of the answer are wanted as they are made. */
      stream: boolean;
      /** Rehearsed time that each generated token takes on top. */
      tokenDelayMs: number;
    }
);

/** Tells a child that nobody waits for a call any longer. */
export type StopMessage = { type: "stop"; call: number };

/** What a child reports; `part` comes before the `answered` of the same call. */
export type ChildMessage =
  | { type: "evicted"; key: string }
  | ({ type: "loaded"; call: number; loadMs: number | null } & Cost)
  | { type: "unloaded"; call: number }
  | { type: "failed"; call: number; reason: string }
  | { type: "part"; call: number; body: Uint8Array; contentType: string }
  | ({ type: "answered"; call: number; status: number; contentType: string; body: Uint8Array } & Cost);

/** Processor time that a call took, and the memory of its process after it. */
export type Cost = { cpuUs: number; rssBytes: number };

/** How much a child keeps loaded. */
export type CacheLimits = { maxModels: number; maxBytes: number };
