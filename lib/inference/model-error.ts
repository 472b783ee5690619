import { isRecord } from "./is-record";
import { type FailureKind, KNOWN_FAILURES, KNOWN_STATUSES, type KnownFailure } from "./known-failures";

/** What a container said when it refused a request, taken out of SageMaker's wrapping. */
export type ContainerFailure = {
  /** The container's own HTTP status; 0: it never answered. */
  status: number | null;
  /** Null when nothing is known about it. */
  kind: FailureKind | null;
  /** The container's own name for the failure, for example `InternalServerException`. */
  type: string | null;
  /** The container's own words. */
  message: string;
  /** The same in plain words. */
  explanation: string;
  /** What to do next. */
  hint: string;
};

/** A traceback fits; a container that answers megabytes of text does not. */
const MAX_WORDS = 4_000;

/** Unwraps a ModelError of InvokeEndpoint: the container's status, type and words, and what they mean. */
export function readModelError(error: {
  status?: number;
  originalMessage?: string;
  message?: string;
}): ContainerFailure {
  const status = error.status ?? statusIn(error.message) ?? null;
  const answer = readAnswer(error.originalMessage || quotedIn(error.message) || error.message || "");
  const known = findKnown(`${answer.type ?? ""} ${answer.message}`, status);
  const message = answer.message.length > MAX_WORDS ? `${answer.message.slice(0, MAX_WORDS)}…` : answer.message;
  return { status, type: answer.type, message, ...(known ? pick(known) : { kind: null, ...unknownFailure(status) }) };
}

function findKnown(words: string, status: number | null): KnownFailure | undefined {
  const kind = KNOWN_STATUSES[status ?? 0];
  return (
    KNOWN_FAILURES.find(({ pattern }) => pattern.test(words)) ?? KNOWN_FAILURES.find((known) => known.kind === kind)
  );
}

function pick({ kind, explanation, hint }: KnownFailure) {
  return { kind, explanation, hint };
}

function unknownFailure(status: number | null) {
  if (status !== null && status >= 400 && status < 500) {
    return {
      explanation: "The model could not work with this input.",
      hint: "Read its message, compare your input with the task's example, and run again.",
    };
  }
  return {
    explanation: "The model's container failed while it was answering.",
    hint: "Read the endpoint's logs for the reason.",
  };
}

/**
 * The words and the name of a failure in the shapes that containers use: `{"type","message"}` of the model server and
 * vLLM, `{"error","error_type"}` of TGI and TEI, `{"error":{"message","type"}}` of OpenAI's API, `{"detail"}` of FastAPI.
 */
function readAnswer(text: string): { type: string | null; message: string } {
  const trimmed = text.trim();
  try {
    const answer: unknown = JSON.parse(trimmed);
    if (typeof answer === "string") return { type: null, message: answer };
    if (isRecord(answer)) return readObject(isRecord(answer.error) ? answer.error : answer, trimmed);
  } catch {
    // Plain text: as it is.
  }
  return { type: null, message: trimmed || "The container gave no reason." };
}

function readObject({ type, error_type, message, error, detail }: Record<string, unknown>, whole: string) {
  const words = [message, error, detail].find((value): value is string => typeof value === "string");
  const name = [error_type, type].find((value): value is string => typeof value === "string");
  return { type: name ?? null, message: (words ?? issuesIn(detail) ?? whole).trim() };
}

/** FastAPI's list of what is wrong where: `[{"loc": ["body", "messages"], "msg": "Field required"}]`. */
function issuesIn(detail: unknown): string | null {
  if (!Array.isArray(detail)) return null;
  const lines = detail.filter(isRecord).map(({ loc, msg }) => `${Array.isArray(loc) ? loc.join(".") : ""}: ${msg}`);
  return lines.length > 0 ? lines.join("\n") : null;
}

/** SageMaker's own sentence: `Received client error (400) from primary with message "…". See https://…`. */
function statusIn(message = ""): number | undefined {
  const found = /(?:client|server) error \((\d+)\)/.exec(message);
  return found ? Number(found[1]) : undefined;
}

function quotedIn(message = ""): string | undefined {
  if (/could not load the entire response body/.test(message)) return " "; // the container said nothing
  return /with message "([\s\S]*)"\. See https?:/.exec(message)?.[1];
}
