import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { textOf } from "@/lib/http/json-lines";
import { callHeaders } from "@/lib/playground/schema";
import { workspaceApi } from "@/lib/routes";

import { type CallOptions, NO_OPTIONS, optionHeaders } from "../call-options";
import type { InferenceRequest } from "../request";
import { readFrames, type StreamFrame } from "./frames";

type Call = {
  workspace: string;
  endpoint: string;
  /** What else SageMaker is told. */
  options?: CallOptions;
  request: InferenceRequest;
  /** For the history: see `newCallId`. */
  id: string;
  task: string | null;
  signal: AbortSignal;
};

/** What a streamed call gives: its facts first, the container's text as it comes, last how it ended. */
export type StreamedPiece = Exclude<StreamFrame, { problem: unknown }>;

/**
 * Sends one request through the console to an endpoint and gives its answer as it comes. Throws an `AppError`, also
 * after the first pieces when the answer breaks off, or an AbortError when cancelled.
 */
export async function* streamInvocation(call: Call): AsyncGenerator<StreamedPiece, void> {
  const { workspace, endpoint, options = NO_OPTIONS, request, id, task, signal } = call;
  const path = `/endpoints/${encodeURIComponent(endpoint)}/invocations-response-stream` as const;
  const response = await fetch(workspaceApi(workspace, path), {
    method: "POST",
    body: request.body,
    headers: {
      "content-type": request.contentType,
      accept: request.accept,
      ...callHeaders(id, task),
      ...optionHeaders(options),
    },
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new AppError("unavailable", "The console could not be reached.", {
      hint: "Check that it is still running and that you are online, then try again.",
    });
  });
  if (!response.ok) throw await problemOf(response);

  for await (const frame of readFrames(answerText(response, signal))) {
    if ("problem" in frame) {
      const { code, message, ...more } = frame.problem;
      throw new AppError(code, message, more);
    }
    yield frame;
    if ("end" in frame) return;
  }
  throw cutOff();
}

/** The answer's text; what breaks it off is worded. */
async function* answerText(response: Response, signal: AbortSignal): AsyncGenerator<string, void> {
  try {
    yield* textOf(response);
  } catch (cause) {
    throw signal.aborted ? cause : cutOff();
  }
}

function cutOff(): AppError {
  return new AppError("unavailable", "The connection to the console was cut.", {
    hint: "Check that it is still running and that you are online, then run it again.",
  });
}
