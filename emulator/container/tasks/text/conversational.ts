import type { Pipe } from "../../child/pipe.ts";
import { pythonTypeName } from "../../contract/decode.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { requireText } from "../parameters.ts";
import { readGeneration } from "./generation-parameters.ts";
import type { Message } from "./messages.ts";

/** Taken and without effect, as in the last versions of the Python pipeline. */
const OWN = ["min_length_for_response", "minimum_tokens"];

/** One turn of a conversation that the caller keeps: everything said before comes with each request. */
export const conversational: TaskAdapter = {
  pipelineTask: "text-generation",
  async run({ pipe, inputs, parameters }) {
    const { options } = readGeneration(pipe, parameters, OWN);
    const messages = readConversation(inputs);
    const generated_text = await reply(pipe, messages, options);
    const said = (role: string): string[] => messages.filter((turn) => turn.role === role).map((turn) => turn.content);
    return {
      generated_text,
      conversation: {
        past_user_inputs: said("user"),
        generated_responses: [...said("assistant"), generated_text],
      },
    };
  },
};

/** Past turns in pairs, what remains of the longer list, and the new text. */
export function readConversation(inputs: unknown): Message[] {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs))
    throw new PredictionError(notADict(inputs));
  const { text, past_user_inputs: past = [], generated_responses: answers = [] } = inputs as Record<string, unknown>;
  if (text === undefined) throw new PredictionError("'text'");
  if (past === null && answers !== null) {
    throw new PredictionError("generated_responses cannot be passed without past_user_inputs!");
  }
  const [users, assistants] = [turns("user", past), turns("assistant", answers)];
  const pairs = Array.from({ length: Math.max(users.length, assistants.length) }, (_, at) =>
    [users[at], assistants[at]].filter((turn) => turn !== undefined),
  );
  return [...pairs.flat(), { role: "user", content: requireText(text) }];
}

function notADict(inputs: unknown): string {
  if (Array.isArray(inputs)) return "list indices must be integers or slices, not str";
  if (typeof inputs === "string") return "string indices must be integers, not 'str'";
  return `'${pythonTypeName(inputs)}' object is not subscriptable`;
}

function turns(role: string, texts: unknown): Message[] {
  return (Array.isArray(texts) ? texts : []).map((content) => ({ role, content: requireText(content) }));
}

async function reply(pipe: Pipe, messages: Message[], options: Record<string, unknown>): Promise<string> {
  // Models from before chat templates read all turns with their end-of-text token between them.
  const { eos_token: end = "" } = pipe.tokenizer.config;
  const prompt = pipe.tokenizer.chat_template ? messages : messages.map(({ content }) => content + end).join("");
  const output = (await pipe(prompt, { ...options, return_full_text: false })) as {
    generated_text: string | Message[];
  }[];
  const generated = output[0]?.generated_text ?? "";
  return typeof generated === "string" ? generated : (generated.at(-1)?.content ?? "");
}
