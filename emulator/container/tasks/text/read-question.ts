import { PredictionError } from "../../contract/prediction-error.ts";
import { pythonRepr } from "../../contract/python-repr.ts";

export type Question = { question: string; context: string };

const NO_KEYS = "'You need to provide a dictionary with keys {question:..., context:...}'";

/** The questions of a request. One of them is answered without a list around it, even if it came in one. */
export function readQuestions(inputs: unknown, parameters: Record<string, unknown>): Question[] {
  if (typeof inputs === "string") return [...inputs].flatMap(readOne);
  if (Array.isArray(inputs)) return inputs.flatMap(readOne);
  if (typeof inputs === "object" && inputs !== null) return readOne(inputs);
  throw new PredictionError(`Invalid arguments ${pythonRepr(parameters)}`);
}

function readOne(item: unknown): Question[] {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    const text = typeof item === "string" ? item : pythonRepr(item);
    throw new PredictionError(`${text} argument needs to be of type (SquadExample, dict)`);
  }
  const { question, context, ...others } = item as Record<string, unknown>;
  for (const [name, value] of Object.entries({ question, context })) {
    if (value === undefined) throw new PredictionError(NO_KEYS);
    if (value === null) throw new PredictionError(`\`${name}\` cannot be None`);
    if (value === "") throw new PredictionError(`\`${name}\` cannot be empty`);
  }
  const [unknown] = Object.keys(others);
  if (unknown) {
    throw new PredictionError(
      `QuestionAnsweringPipeline.create_sample() got an unexpected keyword argument '${unknown}'`,
    );
  }
  if (typeof question === "string" && typeof context === "string") return [{ question, context }];
  if (Array.isArray(question) && Array.isArray(context)) {
    return question.slice(0, context.length).flatMap((each, at) => readOne({ question: each, context: context[at] }));
  }
  throw new PredictionError("'question' and 'context' must both be texts, or lists of texts");
}
