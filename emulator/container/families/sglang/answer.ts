import type { Pipe } from "../../child/pipe.ts";
import { hasChatTemplate } from "../../generation/prompt.ts";
import { type Answer, jsonAnswer, type Question, Refusal, type Serving } from "../answer.ts";
import { answerChat } from "../openai/chat.ts";
import { readJson } from "../openai/read-json.ts";
import { ChatRequest } from "../openai/request.ts";
import type { OpenAiSettings } from "../server-spec.ts";
import { sglangDialect } from "./dialect.ts";

const NO_TEMPLATE =
  "Cannot use chat template functions because tokenizer.chat_template is not set and no template argument was passed! For information about writing templates and setting the tokenizer.chat_template attribute, please see the documentation at https://huggingface.co/docs/transformers/main/en/chat_templating";

/** One call of /invocations, which SGLang takes for chat completions only (http_server.py). */
export async function answerBySglang(
  pipe: Pipe,
  settings: OpenAiSettings,
  question: Question,
  serving: Serving,
): Promise<Answer> {
  const read = ChatRequest.safeParse(readJson(question, sglangDialect));
  if (!read.success) throw unfit(read.error.issues);
  if (read.data.messages.length === 0) throw sglangDialect.refusal(400, "Messages cannot be empty.");
  if (!hasChatTemplate(pipe)) throw sglangDialect.refusal(400, NO_TEMPLATE);
  return answerChat(pipe, sglangDialect, settings, read.data, serving);
}

/** As FastAPI lists what does not fit. */
function unfit(issues: { path: PropertyKey[]; message: string }[]): Refusal {
  const count = `${issues.length} validation error${issues.length === 1 ? "" : "s"}`;
  const lines = issues.map(({ path, message }) => {
    const place = ["body", ...path].map((part) => (typeof part === "number" ? String(part) : `'${String(part)}'`));
    return `  {'loc': (${place.join(", ")}), 'msg': '${message}'}`;
  });
  const message = `${count}:\n${lines.join("\n")}`;
  return new Refusal(jsonAnswer(400, { object: "error", message, type: "Bad Request", param: null, code: 400 }));
}
