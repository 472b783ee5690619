/** What a container said when it refused a request, taken out of SageMaker's wrapping. */
export type ContainerFailure = {
  /** The container's own HTTP status; 0: it never answered. */
  status: number | null;
  /** The container's own name for the failure, for example `InternalServerException`. */
  type: string | null;
  /** The container's own words. */
  message: string;
  /** The same in plain words. */
  explanation: string;
  /** What to do next. */
  hint: string;
};

type Known = { pattern: RegExp; explanation: string; hint: string };

/** What the inference toolkit, transformers and the model server are known to say; the first match wins. */
const KNOWN: Known[] = [
  {
    pattern: /invocation timed out|timed out while waiting/i,
    explanation: "The model took longer than the 60 seconds that SageMaker waits.",
    hint: "Ask for less (fewer new tokens, a shorter text), or deploy on a faster instance or as an async endpoint.",
  },
  {
    pattern: /Content type .* (is )?not support|UnsupportedFormat/i,
    explanation: "The container does not read this kind of content.",
    hint: "Send application/json, or a content type that the task lists.",
  },
  {
    pattern: /correct CSV with Header/i,
    explanation: "The CSV has no header that the container knows.",
    hint: "Make the first line name the columns: `inputs`, or `question` and `context`.",
  },
  {
    pattern: /has no attribute 'pop'|pop expected at most|list indices must be integers/i,
    explanation: "The request is not a JSON object.",
    hint: 'Wrap the input: {"inputs": …}.',
  },
  {
    pattern: /Expecting value|JSONDecodeError|Unterminated string|Extra data|Unexpected token/i,
    explanation: "The container could not read the request as JSON.",
    hint: "Check the JSON: quotes, commas and brackets.",
  },
  {
    pattern: /unexpected keyword argument|model_kwargs.* not used|got an unexpected parameter/i,
    explanation: "The model does not know one of the parameters.",
    hint: "Remove the parameter that the message names, and run again.",
  },
  {
    pattern:
      /index out of range in self|must match the size of tensor|sequence length is longer|maximum context length|longer than the specified maximum|invalid expand shape/i,
    explanation: "The text is longer than the model can read.",
    hint: "Shorten the text, or turn on truncation where the task offers it.",
  },
  {
    pattern: /out of memory|Out of resources|OutOfMemory/i,
    explanation: "The container ran out of memory.",
    hint: "Send a smaller input, or deploy on an instance with more memory.",
  },
  {
    pattern: /error \(413\) from .* could not load the entire response body/,
    explanation: "The request is larger than the container takes.",
    hint: "Send less at once, or deploy again with MMS_MAX_REQUEST_SIZE set to more bytes.",
  },
  {
    pattern: /No worker is available|increasing job queue size|queue (is )?full/i,
    explanation: "The endpoint is busy: every worker has work and the queue is full.",
    hint: "Wait a moment and run again; if it keeps happening, add instances.",
  },
  {
    pattern: /Worker died/i,
    explanation: "The model's process stopped while it was working, often because memory ran out.",
    hint: "Read the endpoint's logs; a bigger instance often helps.",
  },
  {
    pattern: /define one of the following|HF_TASK/i,
    explanation: "The container does not know which task the model is for.",
    hint: "Deploy again with a task chosen (HF_TASK).",
  },
  {
    pattern: /Model not found|ModelNotFoundException/i,
    explanation: "The container has no model under that name.",
    hint: "Read the endpoint's logs: the model may not have loaded.",
  },
];

/** Unwraps a ModelError of InvokeEndpoint: the container's status, type and words, and what they mean. */
export function readModelError(error: {
  status?: number;
  originalMessage?: string;
  message?: string;
}): ContainerFailure {
  const status = error.status ?? statusIn(error.message) ?? null;
  const answer = readAnswer(error.originalMessage || quotedIn(error.message) || error.message || "");
  const known = KNOWN.find(({ pattern }) => pattern.test(`${answer.type ?? ""} ${answer.message}`));
  return { status, ...answer, ...(known ? pick(known) : unknownFailure(status)) };
}

function pick({ explanation, hint }: Known) {
  return { explanation, hint };
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

/** The model server answers JSON with `type` and `message`; other containers use other keys, or plain text. */
function readAnswer(text: string): { type: string | null; message: string } {
  const trimmed = text.trim();
  try {
    const answer: unknown = JSON.parse(trimmed);
    if (typeof answer === "string") return { type: null, message: answer };
    if (answer && typeof answer === "object") {
      const { type, error_type, message, error } = answer as Record<string, unknown>;
      const words = [message, error].find((value): value is string => typeof value === "string");
      const name = [type, error_type].find((value): value is string => typeof value === "string");
      return { type: name ?? null, message: (words ?? trimmed).trim() };
    }
  } catch {
    // Plain text: as it is.
  }
  return { type: null, message: trimmed || "The container gave no reason." };
}

/** SageMaker's own sentence: `Received client error (400) from primary with message "…". See https://…`. */
function statusIn(message = ""): number | undefined {
  const found = /(?:client|server) error \((\d+)\)/.exec(message);
  return found ? Number(found[1]) : undefined;
}

function quotedIn(message = ""): string | undefined {
  return /with message "([\s\S]*)"\. See https?:/.exec(message)?.[1];
}
