import type { Pipe } from "../../child/pipe.ts";
import { hasChatTemplate } from "../../generation/prompt.ts";
import type { Answer, Question, Serving } from "../answer.ts";
import { answerChat } from "../openai/chat.ts";
import { answerCompletion } from "../openai/completion.ts";
import { readJson } from "../openai/read-json.ts";
import { ChatRequest, CompletionRequest } from "../openai/request.ts";
import type { OpenAiSettings } from "../server-spec.ts";
import { vllmDialect } from "./dialect.ts";

const NO_TEMPLATE =
  "As of transformers v4.44, default chat template is no longer allowed, so you must provide a chat template if the tokenizer does not define one.";

/** One call of /invocations: the first kind of request that the body fits (vllm/entrypoints/sagemaker/api_router.py). */
export async function answerByVllm(
  pipe: Pipe,
  settings: OpenAiSettings,
  question: Question,
  serving: Serving,
): Promise<Answer> {
  const data = readJson(question, vllmDialect);
  const chat = ChatRequest.safeParse(data);
  if (chat.success) {
    requireModel(chat.data.model, settings);
    if (!hasChatTemplate(pipe)) throw vllmDialect.refusal(400, NO_TEMPLATE);
    return answerChat(pipe, vllmDialect, settings, chat.data, serving);
  }
  const completion = CompletionRequest.safeParse(data);
  if (completion.success) {
    requireModel(completion.data.model, settings);
    return answerCompletion(pipe, vllmDialect, settings, completion.data, serving);
  }
  throw vllmDialect.refusal(
    400,
    "Cannot find suitable handler for request. Expected one of: ['ChatCompletionRequest', 'CompletionRequest']",
  );
}

function requireModel(model: string | null, { servedName }: OpenAiSettings): void {
  if (model && model !== servedName) throw vllmDialect.refusal(404, `The model \`${model}\` does not exist.`, "model");
}
