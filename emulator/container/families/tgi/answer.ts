import type { Pipe } from "../../child/pipe.ts";
import type { Answer, Question, Serving } from "../answer.ts";
import type { TgiSettings } from "../server-spec.ts";
import { answerChat } from "./chat.ts";
import { answerCompletion } from "./completion.ts";
import { answerGenerate } from "./generate.ts";
import { readTgiRequest } from "./request.ts";

/** One call of /invocations, as Text Generation Inference answers it (router/src/{sagemaker,server}.rs). */
export function answerByTgi(pipe: Pipe, settings: TgiSettings, question: Question, serving: Serving): Promise<Answer> {
  const { kind, request } = readTgiRequest(question, settings);
  if (kind === "generate") return answerGenerate(pipe, settings, request, serving);
  return kind === "chat"
    ? answerChat(pipe, settings, request, serving)
    : answerCompletion(pipe, settings, request, serving);
}
