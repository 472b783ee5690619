import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { isTruncating } from "../parameters.ts";
import { type Generation, readGeneration } from "./generation-parameters.ts";
import { numbers } from "./token-ids.ts";

const OWN = ["return_text", "return_tensors", "return_type"];
const LANGUAGES = ["src_lang", "tgt_lang"];
/** What pipelines generate at most when neither request nor model says. */
const DEFAULTS = { max_new_tokens: 256 };

/** Encoder-decoder tasks; a list of texts gives one flat list. The key of the answer differs for each. */
function textToText(pipelineTask: string, key: string, own: string[] = []): TaskAdapter {
  return {
    pipelineTask,
    async run({ pipe, task, inputs, parameters }) {
      const generation = readGeneration(pipe, parameters, [...OWN, ...own]);
      if (!Array.isArray(inputs)) return generate(pipe, { task, key, input: inputs, parameters }, generation);
      const results: Record<string, unknown>[][] = [];
      for (const input of inputs) results.push(await generate(pipe, { task, key, input, parameters }, generation));
      return results.every((result) => result.length === 1) ? results.flat() : results;
    },
  };
}

export const translation = textToText("translation", "translation", LANGUAGES);
export const summarization = textToText("summarization", "summary");
export const text2textGeneration = textToText("text2text-generation", "generated");

type Call = { task: string; key: string; input: unknown; parameters: Record<string, unknown> };

async function generate(
  pipe: Pipe,
  call: Call,
  { options, sequences }: Generation,
): Promise<Record<string, unknown>[]> {
  const { key, parameters } = call;
  const { clean_up_tokenization_spaces: clean } = parameters;
  const inputs = tokenize(pipe, call);
  const results: Record<string, unknown>[] = [];
  for (let count = 0; count < sequences; count += 1) {
    const output = await pipe.model.generate({ ...inputs, ...DEFAULTS, ...taskOptions(pipe, call.task), ...options });
    const ids = numbers(output);
    if (parameters.return_tensors === true) results.push({ [`${key}_token_ids`]: ids });
    else {
      const cleaning = typeof clean === "boolean" ? { clean_up_tokenization_spaces: clean } : {};
      results.push({ [`${key}_text`]: pipe.tokenizer.decode(ids, { skip_special_tokens: true, ...cleaning }) });
    }
  }
  return results;
}

function tokenize({ tokenizer, model }: Pipe, { task, input, parameters }: Call) {
  if (typeof input !== "string") {
    throw new PredictionError(
      ` \`args[0]\`: ${String(input)} have the wrong format. The should be either of type \`str\` or type \`list\``,
    );
  }
  const options = { padding: true, truncation: isTruncating(parameters.truncation) };
  if (tokenizer._build_translation_inputs) {
    return tokenizer._build_translation_inputs([input], options, languages(task, parameters));
  }
  const prefix = model.config.prefix ?? taskParameters(model.config, task).prefix ?? "";
  return tokenizer(`${String(prefix)}${input}`, options);
}

/** From the request, else from the task's name (`translation_en_to_fr`). */
export function languages(task: string, { src_lang, tgt_lang }: Record<string, unknown>): Record<string, unknown> {
  if (src_lang === undefined && tgt_lang === undefined) {
    const [, from, , to] = task.split("_");
    return from && to ? { src_lang: from, tgt_lang: to } : {};
  }
  return { ...(src_lang ? { src_lang } : {}), ...(tgt_lang ? { tgt_lang } : {}) };
}

/** A model's config may say how it is used for a task: a prefix before the text, and lengths. */
function taskParameters(config: Record<string, unknown>, task: string): Record<string, unknown> {
  const { task_specific_params: all } = config as { task_specific_params?: Record<string, Record<string, unknown>> };
  return all?.[task] ?? {};
}

function taskOptions(pipe: Pipe, task: string): Record<string, unknown> {
  const { min_length, max_length, no_repeat_ngram_size } = taskParameters(pipe.model.config, task);
  const given = Object.entries({ min_length, no_repeat_ngram_size }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(max_length === undefined ? {} : { max_new_tokens: max_length }) };
}
