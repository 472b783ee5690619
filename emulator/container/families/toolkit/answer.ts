import type { LoadedModel } from "../../child/load-model.ts";
import { JSON_TYPE } from "../../contract/content-types.ts";
import { decodeBody, popArguments } from "../../contract/decode.ts";
import { acceptedType, encodePrediction } from "../../contract/encode.ts";
import { CLIENT_ERROR, errorBody, INTERNAL } from "../../contract/error-body.ts";
import type { Answer, Question } from "../answer.ts";

/**
 * One invocation through the inference toolkit's three steps: decode, predict, encode. Whatever fails is a 400, as in
 * the toolkit, and the answer is always in one piece: `stream` in a body means nothing to it.
 */
export async function answerByToolkit(model: LoadedModel, { contentType, accept, body }: Question): Promise<Answer> {
  try {
    const data = decodeBody(Buffer.from(body), contentType, model.task);
    const prediction = await model.adapter.run({ pipe: model.pipe, task: model.task, ...popArguments(data) });
    const answerType = acceptedType(accept);
    return { status: 200, contentType: answerType, body: encodePrediction(prediction, answerType) };
  } catch (cause) {
    console.error(`Prediction error\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    const message = cause instanceof Error ? cause.message : String(cause);
    return { status: CLIENT_ERROR, contentType: JSON_TYPE, body: errorBody(CLIENT_ERROR, INTERNAL, message) };
  }
}
