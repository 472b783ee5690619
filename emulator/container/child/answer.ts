import { type Answer, type Question, Refusal, type Serving } from "../families/answer.ts";
import type { ServerSpec } from "../families/server-spec.ts";
import { answerBySglang } from "../families/sglang/answer.ts";
import { answerByTei } from "../families/tei/answer.ts";
import { answerByTgi } from "../families/tgi/answer.ts";
import { answerByToolkit } from "../families/toolkit/answer.ts";
import { answerByVllm } from "../families/vllm/answer.ts";
import type { LoadedModel } from "./load-model.ts";

/** One invocation, answered as the model server of the container's family answers it. */
export async function answer(
  model: LoadedModel,
  server: ServerSpec,
  question: Question,
  serving: Serving,
): Promise<Answer> {
  try {
    switch (server.family) {
      case "toolkit":
        return await answerByToolkit(model, question);
      case "tgi":
        return await answerByTgi(model.pipe, server.settings, question, serving);
      case "vllm":
        return await answerByVllm(model.pipe, server.settings, question, serving);
      case "sglang":
        return await answerBySglang(model.pipe, server.settings, question, serving);
      case "tei":
        return await answerByTei(model, server.settings, question);
    }
  } catch (cause) {
    if (cause instanceof Refusal) return cause.answer;
    throw cause;
  }
}
