import { TextStreamer } from "@huggingface/transformers";
import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter, TaskCall } from "../adapter.ts";
import { requireText } from "../parameters.ts";
import { type Generation, readGeneration } from "./generation-parameters.ts";

type Message = { role: string; content: string };
type Generated = { generated_text: string | Message[] };

const OWN = ["return_full_text", "return_text", "return_tensors"];

const NO_TEMPLATE =
  "Cannot use chat template functions because tokenizer.chat_template is not set and no template argument was passed! For information about writing templates and setting the tokenizer.chat_template attribute, please see the documentation at https://huggingface.co/docs/transformers/main/en/chat_templating";

/** Continues a text (the prompt is part of the answer) or a chat. A list of texts gives a list for each. */
export const textGeneration: TaskAdapter = {
  pipelineTask: "text-generation",
  async run({ pipe, inputs, parameters, onText }) {
    const generation = readGeneration(pipe, parameters, OWN);
    const full = parameters.return_full_text !== false;
    const generate = (input: unknown) => generateFor(pipe, input, generation, full, onText);
    if (!Array.isArray(inputs) || isChat(inputs)) return generate(inputs);
    const results: Generated[][] = [];
    for (const input of inputs) results.push(await generate(input));
    return results;
  },
};

async function generateFor(
  pipe: Pipe,
  input: unknown,
  { options, sequences }: Generation,
  full: boolean,
  onText: TaskCall["onText"],
): Promise<Generated[]> {
  const chat = isChat(input) ? input : null;
  if (chat && !pipe.tokenizer.chat_template) throw new PredictionError(NO_TEMPLATE);
  const prompt = chat ?? requireText(input);
  const results: Generated[] = [];
  for (let count = 0; count < sequences; count += 1) {
    const streamer = onText && streamText(pipe, onText);
    const output = (await pipe(prompt, {
      ...options,
      return_full_text: false,
      ...(streamer && { streamer }),
    })) as { generated_text: string | Message[] }[];
    results.push({ generated_text: withPrompt(prompt, output[0]?.generated_text ?? "", full) });
  }
  return results;
}

/** The prompt as it was sent, not as the tokenizer would write it. */
function withPrompt(prompt: string | Message[], generated: string | Message[], full: boolean): string | Message[] {
  if (typeof generated === "string") return full && typeof prompt === "string" ? prompt + generated : generated;
  return full ? generated : (generated.at(-1)?.content ?? "");
}

function streamText(pipe: Pipe, onText: (text: string) => void): TextStreamer {
  return new TextStreamer(pipe.tokenizer as never, {
    skip_prompt: true,
    skip_special_tokens: true,
    callback_function: onText,
  });
}

function isChat(value: unknown): value is Message[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null && "role" in item && "content" in item)
  );
}
