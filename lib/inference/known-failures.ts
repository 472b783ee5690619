/** What went wrong, for what can be done about it. */
export type FailureKind =
  | "timed-out"
  | "content-type"
  | "csv-header"
  | "not-an-object"
  | "bad-json"
  | "missing-input"
  | "missing-parameter"
  | "unknown-parameter"
  | "bad-parameter"
  | "bad-file"
  | "unreachable-file"
  | "no-mask"
  | "no-chat"
  | "too-long"
  | "too-large"
  | "too-many"
  | "memory"
  | "busy"
  | "worker-died"
  | "task-missing"
  | "model-missing";

export type KnownFailure = { kind: FailureKind; pattern: RegExp; explanation: string; hint: string };

/**
 * What containers are known to say: the inference toolkit, transformers and its model server, TGI, TEI and vLLM. The
 * first match wins.
 */
export const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    kind: "timed-out",
    pattern: /invocation timed out|timed out while waiting|ModelInvocationTimeExceeded/i,
    explanation: "The model took longer than the 60 seconds that SageMaker waits.",
    hint: "Ask for less (fewer new tokens, a shorter text), or deploy on a faster instance or as an async endpoint.",
  },
  {
    kind: "content-type",
    pattern: /Content type .* (is )?not support|UnsupportedFormat|Expected request with `Content-Type/i,
    explanation: "The container does not read this kind of content.",
    hint: "Send application/json, or a content type that the task lists.",
  },
  {
    kind: "csv-header",
    pattern: /correct CSV with Header/i,
    explanation: "The CSV has no header that the container knows.",
    hint: "Make the first line name the columns: `inputs`, or `question` and `context`.",
  },
  {
    kind: "not-an-object",
    pattern: /has no attribute 'pop'|pop expected at most|list indices must be integers|expected (a )?(map|struct)/i,
    explanation: "The request is not a JSON object.",
    hint: 'Wrap the input: {"inputs": …}.',
  },
  {
    // TGI and TEI (serde), vLLM (pydantic).
    kind: "missing-input",
    pattern: /missing field `(inputs|messages|prompt)`|'(messages|prompt|input)'\)?,? .*field required/i,
    explanation: "The container did not find the input in the request.",
    hint: "Put it under the name that the message gives. Chat containers take `messages`, the others `inputs`.",
  },
  {
    kind: "bad-json",
    pattern:
      /Expecting (value|property name|',' delimiter|':' delimiter)|JSONDecodeError|Unterminated string|Extra data|Unexpected token|Failed to parse the request body/i,
    explanation: "The container could not read the request as JSON.",
    hint: "Check the JSON: quotes, commas and brackets.",
  },
  {
    kind: "unknown-parameter",
    pattern: /unexpected keyword argument|model_kwargs.* not used|got an unexpected parameter|unknown field `/i,
    explanation: "The model does not know one of the parameters.",
    hint: "Remove the parameter that the message names, and run again.",
  },
  {
    kind: "missing-parameter",
    pattern: /missing \d+ required (positional|keyword-only) argument|at least one label/i,
    explanation: "The model needs a parameter that was not sent.",
    hint: "Fill in the parameter that the message names. Zero-shot tasks need candidate labels.",
  },
  {
    kind: "too-long",
    pattern:
      /index out of range in self|must match the size of tensor|sequence length is longer|maximum context length|longer than the (specified )?maximum|invalid expand shape|`?inputs`? (tokens \+|must have less than)|exceeds? the (model's )?max/i,
    explanation: "The text is longer than the model can read.",
    hint: "Shorten the text, ask for fewer new tokens, or turn on truncation where the task offers it.",
  },
  {
    kind: "bad-parameter",
    pattern:
      /has to be a (strictly )?(positive|negative)|must be (a )?(strictly )?(positive|[<>])|must be (a float )?in the range|not in the range|must be in \(?\[?[\d.]|is not a valid (choice|strategy)|Input validation error: `\w+` must/i,
    explanation: "The model does not take the value of one of the parameters.",
    hint: "Change or remove the parameter that the message names, and run again.",
  },
  {
    kind: "unreachable-file",
    pattern:
      /Max retries exceeded|Name or service not known|Failed to establish a new connection|Network is unreachable/i,
    explanation: "The container could not fetch an address.",
    hint: "Send the file itself: the endpoint's network may not let the container out.",
  },
  {
    kind: "bad-file",
    pattern: /cannot identify image file|Soundfile is either|malformed|image file is truncated|Invalid image/i,
    explanation: "The container could not read the file.",
    hint: "Open it here to see that it is whole, save it as PNG, JPEG, FLAC or WAV, and send it again.",
  },
  {
    kind: "no-mask",
    pattern: /No mask_token/i,
    explanation: "The text has no gap for the model to fill.",
    hint: "Put the model's mask word, which the message names, where a word shall be guessed.",
  },
  {
    kind: "no-chat",
    pattern: /chat_template is not set|does not (have|support) .*chat.?template/i,
    explanation: "This model does not take conversations.",
    hint: "Send one text as `inputs` instead of a list of messages.",
  },
  {
    kind: "memory",
    pattern: /out of memory|Out of resources|OutOfMemory/i,
    explanation: "The container ran out of memory.",
    hint: "Send a smaller input, or deploy on an instance with more memory.",
  },
  {
    kind: "busy",
    pattern: /No worker is available|increasing job queue size|queue (is )?full|is overloaded|Too many requests/i,
    explanation: "The endpoint is busy: every worker has work and the queue is full.",
    hint: "Wait a moment and run again; if it keeps happening, add instances.",
  },
  {
    kind: "too-many",
    pattern: /batch size \S* ?> maximum allowed|maximum allowed batch size/i,
    explanation: "There are more inputs in one call than the container takes.",
    hint: "Send fewer at once.",
  },
  {
    kind: "too-large",
    pattern: /Request Entity Too Large|Payload Too Large|length limit exceeded|body .*too large/i,
    explanation: "The request is larger than the container takes.",
    hint: "Send less at once, or deploy again with MMS_MAX_REQUEST_SIZE set to more bytes (6.5 MB unless set).",
  },
  {
    kind: "worker-died",
    pattern: /Worker died|EngineDeadError|EngineCore encountered/i,
    explanation: "The model's process stopped while it was working, often because memory or time ran out.",
    hint: "Read the log lines; a bigger instance often helps.",
  },
  {
    kind: "task-missing",
    pattern: /define one of the following|HF_TASK/i,
    explanation: "The container does not know which task the model is for.",
    hint: "Deploy again with a task chosen (HF_TASK).",
  },
  {
    kind: "model-missing",
    pattern: /Model not found|ModelNotFoundException|The model `[^`]*` does not exist/i,
    explanation: "The container has no model under that name.",
    hint: "Leave `model` out of the request, or read the log lines: the model may not have loaded.",
  },
];

/** The front end of a model server refuses by a status alone. */
export const KNOWN_STATUSES: Partial<Record<number, FailureKind>> = { 413: "too-large", 429: "busy" };
