import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { softmax } from "../scores.ts";
import { encode, feeds, maxLength } from "./token-ids.ts";

const PARAMETERS = ["candidate_labels", "multi_label", "multi_class", "hypothesis_template"];
const DEFAULT_TEMPLATE = "This example is {}.";
const NOTHING = "You must include at least one label and at least one sequence.";

/** Scores for labels that come with the request: parallel lists, best first. */
export const zeroShotClassification: TaskAdapter = {
  pipelineTask: "zero-shot-classification",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "ZeroShotClassificationPipeline._sanitize_parameters");
    const labels = readLabels(parameters.candidate_labels);
    const hypotheses = fillTemplate(requireText(parameters.hypothesis_template ?? DEFAULT_TEMPLATE), labels);
    const isEach = (parameters.multi_class ?? parameters.multi_label) === true || labels.length === 1;
    return eachInput(inputs, async (input) => {
      const sequence = requireText(input);
      if (sequence === "") throw new PredictionError(NOTHING);
      const scores = await score(pipe, sequence, hypotheses, isEach);
      const order = labels.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      return { sequence, labels: order.map((at) => labels[at]), scores: order.map((at) => scores[at]) };
    });
  },
};

/** A list, or one string with commas. */
export function readLabels(value: unknown): string[] {
  if (value === undefined || value === null) throw new PredictionError("object of type 'NoneType' has no len()");
  const labels = typeof value === "string" ? value.split(",").map((label) => label.trim()) : value;
  const texts = (Array.isArray(labels) ? labels : []).map(requireText).filter((label) => label !== "");
  if (texts.length > 0) return texts;
  throw new PredictionError(NOTHING);
}

/** Puts each label into the template where `{}` or `{0}` stands. */
export function fillTemplate(template: string, labels: string[]): string[] {
  const filled = labels.map((label) => template.replaceAll(/\{0?\}/g, () => label));
  if (filled[0] !== template) return filled;
  throw new PredictionError(
    `The provided hypothesis_template "${template}" was not able to be formatted with the target labels. Make sure the passed template includes formatting syntax such as {} where the label should go.`,
  );
}

/** Labels against each other by their entailment; each on its own by its entailment against its contradiction. */
async function score(pipe: Pipe, sequence: string, hypotheses: string[], isEach: boolean): Promise<number[]> {
  const labelIds = Object.entries((pipe.model.config.label2id ?? {}) as Record<string, number>);
  const entailment = labelIds.find(([label]) => label.toLowerCase().startsWith("entail"))?.[1] ?? -1;
  const contradiction = entailment === 0 ? -1 : 0;
  const rows: number[][] = [];
  for (const hypothesis of hypotheses) rows.push(await logits(pipe, sequence, hypothesis));
  if (!isEach) return softmax(rows.map((row) => row.at(entailment) ?? 0));
  return rows.map((row) => softmax([row.at(contradiction) ?? 0, row.at(entailment) ?? 0])[1] ?? 0);
}

/** Only the sequence is cut when both together are too long. */
async function logits(pipe: Pipe, sequence: string, hypothesis: string): Promise<number[]> {
  const { ids, types, first } = encode(pipe, sequence, hypothesis);
  const tooLong = Math.min(Math.max(0, ids.length - maxLength(pipe)), first.to - first.from);
  const cut = (values: number[]): number[] => values.toSpliced(first.to - tooLong, tooLong);
  const output = await pipe.model(feeds(cut(ids), types && cut(types)));
  return Array.from((output.logits?.data ?? []) as Float32Array);
}
