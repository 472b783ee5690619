import type { Task } from "@/catalog/tasks/schema";
import type { Problem } from "@/lib/errors";

import { isRecord } from "./is-record";
import type { ContainerFailure } from "./model-error";
import type { InferenceRequest } from "./request";

/** What one click can do about a failed call. */
export type Remedy =
  /** Sends a changed body. */
  | { kind: "send"; label: string; body: string }
  /** Sends the same once more: it may pass by itself. */
  | { kind: "again"; label: string }
  /** Opens the deploy form, filled in as the model was deployed. */
  | { kind: "deploy"; label: string }
  /** Opens the endpoint's page. */
  | { kind: "endpoint"; label: string };

type Failed = { problem: Problem; request: InferenceRequest | null; task: Task | null };

/** What can be done about a failed call by one click; null when only a person can. */
export function remedyFor({ problem, request, task }: Failed): Remedy | null {
  const container = problem.detail?.container as ContainerFailure | undefined;
  const body = typeof request?.body === "string" ? parse(request.body) : null;
  switch (container?.kind) {
    case "unknown-parameter":
    case "bad-parameter":
      return withoutParameters(body, container.message);
    case "too-long":
      return withTruncation(body, task);
    case "not-an-object":
      return body === null ? null : sends('Wrap it as {"inputs": …} and run', { inputs: body });
    case "missing-input":
      return asInputs(body, container.message);
    case "task-missing":
      return { kind: "deploy", label: "Deploy again with a task" };
    case "memory":
      return { kind: "deploy", label: "Deploy on a larger instance" };
    case "timed-out":
    case "busy":
    case "worker-died":
      return { kind: "again", label: "Run again" };
  }
  if (problem.code === "not-found") return { kind: "endpoint", label: "See the endpoint's status" };
  const passesByItself = problem.code === "throttled" || problem.code === "unavailable";
  return passesByItself && !container ? { kind: "again", label: "Run again" } : null;
}

function sends(label: string, body: unknown): Remedy {
  return { kind: "send", label, body: JSON.stringify(body) };
}

/** Parameters that both the message and the request name. */
function withoutParameters(body: unknown, message: string): Remedy | null {
  if (!isRecord(body) || !isRecord(body.parameters)) return null;
  const quoted = [...message.matchAll(/['"`](\w+)['"`]/g)].map(([, name]) => name);
  const named = Object.keys(body.parameters).filter((name) => quoted.includes(name));
  if (named.length === 0) return null;
  const others = Object.entries(body.parameters).filter(([name]) => !named.includes(name));
  const { parameters: _all, ...rest } = body;
  const parameters = others.length > 0 ? { parameters: Object.fromEntries(others) } : {};
  return sends(`Remove ${named.join(" and ")} and run`, { ...rest, ...parameters });
}

function withTruncation(body: unknown, task: Task | null): Remedy | null {
  const isOffered = task?.parameters.some(({ name, type }) => name === "truncation" && type === "boolean");
  if (!isOffered || !isRecord(body)) return null;
  const parameters = isRecord(body.parameters) ? body.parameters : {};
  if (parameters.truncation === true) return null;
  return sends("Cut the text to fit and run", { ...body, parameters: { ...parameters, truncation: true } });
}

/** A request whose only text stands under another name than the container reads. */
function asInputs(body: unknown, message: string): Remedy | null {
  if (!isRecord(body) || !/`inputs`/.test(message)) return null;
  const { parameters, ...others } = body;
  const values = Object.values(others);
  if (values.length !== 1 || typeof values[0] !== "string") return null;
  return sends('Send it as "inputs" and run', { inputs: values[0], ...(parameters ? { parameters } : {}) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
