import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";

/** What `generate` takes in both libraries under the same name. */
const SHARED = [
  "max_new_tokens",
  "max_length",
  "min_length",
  "min_new_tokens",
  "do_sample",
  "temperature",
  "top_k",
  "top_p",
  "typical_p",
  "repetition_penalty",
  "no_repeat_ngram_size",
  "bad_words_ids",
  "eos_token_id",
  "pad_token_id",
  "forced_bos_token_id",
];
/** Taken and without effect here: there is one beam, and the tokenizer cleans up as its config says. */
const WITHOUT_EFFECT = [
  "num_beams",
  "early_stopping",
  "length_penalty",
  "clean_up_tokenization_spaces",
  "truncation",
  "use_cache",
  "seed",
  "watermark",
  "details",
];

export type Generation = {
  options: Record<string, unknown>;
  /** How many answers to make; the library makes one at a time. */
  sequences: number;
};

/** Splits parameters of a generating pipeline; names that neither it nor the model knows fail as in Python. */
export function readGeneration(pipe: Pipe, parameters: Record<string, unknown>, own: readonly string[]): Generation {
  const unknown = Object.keys(parameters).filter(
    (name) => ![...SHARED, ...WITHOUT_EFFECT, ...own, "num_return_sequences", "stop_sequence"].includes(name),
  );
  if (unknown.length > 0) {
    const names = unknown.map((name) => `'${name}'`).join(", ");
    throw new PredictionError(
      `The following \`model_kwargs\` are not used by the model: [${names}] (note: typos in the generate arguments will also show up in this list)`,
    );
  }
  const shared = SHARED.filter((name) => parameters[name] !== undefined && parameters[name] !== null);
  const options: Record<string, unknown> = Object.fromEntries(shared.map((name) => [name, parameters[name]]));
  checkTemperature(options);
  if (typeof parameters.stop_sequence === "string") options.eos_token_id = firstToken(pipe, parameters.stop_sequence);
  return { options, sequences: readSequences(parameters, options.do_sample === true) };
}

function checkTemperature({ temperature, do_sample }: Record<string, unknown>): void {
  if (temperature === undefined || (typeof temperature === "number" && temperature > 0)) return;
  if (temperature === 0 && do_sample !== true) return;
  throw new PredictionError(
    `\`temperature\` (=${String(temperature)}) has to be a strictly positive float, otherwise your next token scores will be invalid. If you're looking for greedy decoding strategies, set \`do_sample=False\`.`,
  );
}

function readSequences({ num_return_sequences: asked = 1 }: Record<string, unknown>, samples: boolean): number {
  const count = typeof asked === "number" && Number.isInteger(asked) && asked > 0 ? asked : 1;
  if (count > 1 && !samples) {
    throw new PredictionError(
      `Greedy methods without beam search do not support \`num_return_sequences\` different than 1 (got ${count}).`,
    );
  }
  return count;
}

/** The pipeline stops at the first token of a stop sequence. */
function firstToken(pipe: Pipe, text: string): number | undefined {
  const { input_ids } = pipe.tokenizer(text, { add_special_tokens: false });
  const [first] = (input_ids?.data ?? []) as BigInt64Array;
  return first === undefined ? undefined : Number(first);
}
