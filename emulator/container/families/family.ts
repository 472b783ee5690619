import type { ContainerLog } from "../container-log.ts";
import type { ServerLimits } from "../contract/server-limits.ts";
import type { ServingTarget } from "../inference-host.ts";
import type { Answer } from "./answer.ts";
import type { ServerSpec } from "./server-spec.ts";

/** A family of images, from outside of its container: how it starts, what it prints, and how it fails. */
export type Family = {
  /** What the server allows; throws ContainerStartError for a setting with which it would not start. */
  limits(environment: Record<string, string>): ServerLimits;
  /** What the start-up script makes of the environment; throws ContainerStartError with what it prints when it ends there. */
  launch(target: ServingTarget): Launch;
  /** What is printed around the loading of the model. */
  logLoading(log: ContainerLog, model: string): void;
  logReady(log: ContainerLog, model: string, elapsedMs: number): void;
  /** A line that a script in the container printed, where the server writes something around it. */
  logOutput?(log: ContainerLog, model: string, line: string, isError: boolean): void;
  logInvocation(log: ContainerLog, status: number, elapsedMs: number): void;
  /** The answer to a request that no model could take. */
  failure(kind: FailureKind, message: string, model: string): Answer;
  /** For servers that limit the size of requests. */
  requestTooLarge?: Answer;
  /** For servers that limit the size of answers. */
  responseTooLarge?(log: ContainerLog, bytes: number): Answer;
};

/** `overloaded`: too many wait. `failed`: the model threw. `died`: its process is gone. */
export type FailureKind = "overloaded" | "failed" | "died";

export type Launch = {
  /** With HF_MODEL_ID, HF_MODEL_REVISION and HF_TOKEN as the toolkit names them; without an id the model data is meant. */
  environment: Record<string, string>;
  /** Pipeline task; null leaves it to the server's look at the model. */
  task: string | null;
  server: ServerSpec;
};
