import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { requireText } from "../parameters.ts";
import { type Generation, readGeneration } from "./generation-parameters.ts";
import { isChat, type Message, NO_TEMPLATE } from "./messages.ts";
import { type Prompting, readPrompting, shorten } from "./prompting.ts";
import { numbers } from "./token-ids.ts";

type Generated = { generated_text: string | Message[] } | { generated_token_ids: number[] };

const OWN = ["return_full_text", "return_text", "return_tensors", "return_type", "prefix", "handle_long_generation"];

/** Continues a text (the prompt is part of the answer) or a chat. A list of texts gives a list for each. */
export const textGeneration: TaskAdapter = {
  pipelineTask: "text-generation",
  async run({ pipe, inputs, parameters }) {
    const generation = readGeneration(pipe, parameters, OWN);
    const prompting = readPrompting(parameters);
    const generate = (input: unknown) => generateFor(pipe, input, generation, prompting);
    if (!Array.isArray(inputs) || isChat(inputs)) return generate(inputs);
    if (inputs.length === 0) throw new PredictionError("list index out of range");
    const results: Generated[][] = [];
    for (const input of inputs) results.push(await generate(input));
    return results;
  },
};

async function generateFor(
  pipe: Pipe,
  input: unknown,
  { options, sequences }: Generation,
  prompting: Prompting,
): Promise<Generated[]> {
  const chat = isChat(input) ? input : null;
  if (chat && !pipe.tokenizer.chat_template) throw new PredictionError(NO_TEMPLATE);
  const given = chat ?? requireText(input);
  const prompt = typeof given === "string" ? shorten(pipe, prompting, prompting.prefix + given, options) : given;
  const results: Generated[] = [];
  for (let count = 0; count < sequences; count += 1) {
    if (prompting.returns === "tokens" && typeof prompt === "string") {
      const inputs = pipe.tokenizer(prompt, { add_special_tokens: false });
      const output = await pipe.model.generate({ ...inputs, max_new_tokens: 256, ...options });
      results.push({ generated_token_ids: numbers(output) });
      continue;
    }
    const output = (await pipe(prompt, { ...options, return_full_text: false })) as {
      generated_text: string | Message[];
    }[];
    const full = prompting.returns !== "new text";
    results.push({ generated_text: withPrompt(given, output[0]?.generated_text ?? "", full) });
  }
  return results;
}

/** The prompt as it was sent, not as the tokenizer would write it. */
function withPrompt(prompt: string | Message[], generated: string | Message[], full: boolean): string | Message[] {
  if (typeof generated === "string") return full && typeof prompt === "string" ? prompt + generated : generated;
  return full ? generated : (generated.at(-1)?.content ?? "");
}
