import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import { integerOr } from "../parameters.ts";
import { maxLength, plainIds } from "./token-ids.ts";

/** How text-generation treats the prompt, before and after the model has worked. */
export type Prompting = {
  /** Put before the prompt, and not part of the answer. */
  prefix: string;
  /** Keep only the end of a prompt that leaves the model no room. */
  isHole: boolean;
  returns: "full text" | "new text" | "tokens";
};

export function readPrompting(parameters: Record<string, unknown>): Prompting {
  const { prefix, handle_long_generation: handling } = parameters;
  if ((handling ?? null) !== null && handling !== "hole") {
    throw new PredictionError(
      `${String(handling)} is not a valid value for \`handle_long_generation\` parameter expected [None, 'hole']`,
    );
  }
  return {
    prefix: typeof prefix === "string" ? prefix : "",
    isHole: handling === "hole",
    returns: readReturns(parameters),
  };
}

function readReturns({ return_full_text, return_text, return_tensors }: Record<string, unknown>): Prompting["returns"] {
  const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
  if (isGiven(return_full_text)) {
    if (isGiven(return_text)) throw exclusive("return_text", "return_full_text");
    if (isGiven(return_tensors)) throw exclusive("return_full_text", "return_tensors");
    return return_full_text === false ? "new text" : "full text";
  }
  if (!isGiven(return_tensors)) return "full text";
  if (isGiven(return_text)) throw exclusive("return_text", "return_tensors");
  // Python looks only at whether it was given, not at what it says.
  return "tokens";
}

function exclusive(first: string, second: string): PredictionError {
  return new PredictionError(`\`${first}\` is mutually exclusive with \`${second}\``);
}

/** The end of a prompt for which the model has room beside what it is to make. */
export function shorten(
  pipe: Pipe,
  { isHole }: Prompting,
  prompt: string,
  { max_new_tokens, max_length }: Record<string, unknown>,
): string {
  if (!isHole) return prompt;
  const ids = plainIds(pipe, prompt);
  const wanted = integerOr(max_new_tokens, integerOr(max_length, 20) - ids.length);
  if (wanted < 0) throw new PredictionError("We cannot infer how many new tokens are expected");
  const most = maxLength(pipe);
  if (ids.length + wanted <= most) return prompt;
  if (most <= wanted) {
    throw new PredictionError(
      "We cannot use `hole` to handle this generation the number of desired tokens exceeds the models max length",
    );
  }
  return pipe.tokenizer.decode(ids.slice(wanted - most), { skip_special_tokens: true });
}
