import type { TaskAdapter } from "../adapter.ts";
import { requireText } from "../parameters.ts";
import { readGeneration } from "./generation-parameters.ts";

const OWN = ["src_lang", "tgt_lang", "return_text", "return_tensors"];

/** Encoder-decoder tasks; a list of texts gives one flat list. The key of the answer differs for each. */
function textToText(pipelineTask: string, key: string): TaskAdapter {
  return {
    pipelineTask,
    async run({ pipe, inputs, parameters }) {
      const { options, sequences } = readGeneration(pipe, parameters, OWN);
      const { src_lang, tgt_lang } = parameters;
      const languages = { ...(src_lang ? { src_lang } : {}), ...(tgt_lang ? { tgt_lang } : {}) };
      const results: Record<string, unknown>[] = [];
      for (const input of Array.isArray(inputs) ? inputs : [inputs]) {
        const text = requireText(input);
        for (let count = 0; count < sequences; count += 1) {
          const [output] = (await pipe(text, { ...options, ...languages })) as Record<string, unknown>[];
          results.push({ [key]: output?.[key] });
        }
      }
      return results;
    },
  };
}

export const translation = textToText("translation", "translation_text");
export const summarization = textToText("summarization", "summary_text");
export const text2textGeneration = textToText("text2text-generation", "generated_text");
