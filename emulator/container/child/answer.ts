import { JSON_TYPE } from "../contract/content-types.ts";
import { decodeBody, popArguments } from "../contract/decode.ts";
import { acceptedType, encodePrediction } from "../contract/encode.ts";
import { CLIENT_ERROR, errorBody, INTERNAL } from "../contract/error-body.ts";
import type { LoadedModel } from "./load-model.ts";
import { tokenStream } from "./token-stream.ts";

export type Answer = { status: number; contentType: string; body: Uint8Array };

export type Question = { contentType: string | null; accept: string | null; body: Uint8Array };

/** One invocation through the handler's three steps: decode, predict, encode. Whatever fails is a 400, as in the toolkit. */
export async function answer(
  model: LoadedModel,
  { contentType, accept, body }: Question,
  onPart: ((body: Uint8Array) => void) | null,
): Promise<Answer> {
  try {
    const data = decodeBody(Buffer.from(body), contentType, model.task);
    const stream = onPart && model.task === "text-generation" && wantsStream(data) ? tokenStream(onPart) : null;
    const prediction = await model.adapter.run({
      pipe: model.pipe,
      task: model.task,
      ...popArguments(data),
      onText: stream?.push ?? null,
    });
    if (stream) {
      stream.end(generatedText(prediction));
      return { status: 200, contentType: "text/event-stream", body: Buffer.alloc(0) };
    }
    const answerType = acceptedType(accept);
    return { status: 200, contentType: answerType, body: encodePrediction(prediction, answerType) };
  } catch (cause) {
    console.error(`Prediction error\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    const message = cause instanceof Error ? cause.message : String(cause);
    return { status: CLIENT_ERROR, contentType: JSON_TYPE, body: errorBody(CLIENT_ERROR, INTERNAL, message) };
  }
}

/** The request's own switch, as text-generation servers have it; the toolkit ignores it and answers in one piece. */
function wantsStream(data: unknown): boolean {
  return typeof data === "object" && data !== null && "stream" in data && data.stream === true;
}

function generatedText(prediction: unknown): string {
  const [first] = prediction as { generated_text: unknown }[];
  return typeof first?.generated_text === "string" ? first.generated_text : JSON.stringify(first?.generated_text);
}
