import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";

const DEFAULT_TEMPLATE = "This example is {}.";

/** Scores for labels that come with the request: parallel lists, best first. */
export const zeroShotClassification: TaskAdapter = {
  pipelineTask: "zero-shot-classification",
  run({ pipe, inputs, parameters }) {
    const known = ["candidate_labels", "multi_label", "multi_class", "hypothesis_template"];
    refuseUnknown(parameters, known, "ZeroShotClassificationPipeline._sanitize_parameters");
    const labels = readLabels(parameters.candidate_labels);
    const { hypothesis_template: template = DEFAULT_TEMPLATE, multi_label = false } = parameters;
    checkTemplate(requireText(template), labels);
    const options = { hypothesis_template: template, multi_label };
    return eachInput(inputs, (input) => pipe(requireText(input), labels, options));
  },
};

/** A list, or one string with commas. */
export function readLabels(value: unknown): string[] {
  if (value === undefined || value === null) throw new PredictionError("object of type 'NoneType' has no len()");
  const labels = typeof value === "string" ? value.split(",").map((label) => label.trim()) : value;
  const texts = (Array.isArray(labels) ? labels : []).map(requireText).filter((label) => label !== "");
  if (texts.length > 0) return texts;
  throw new PredictionError("You must include at least one label and at least one sequence.");
}

function checkTemplate(template: string, [label = ""]: string[]): void {
  if (template.replace("{}", label) !== template) return;
  throw new PredictionError(
    `The provided hypothesis_template "${template}" was not able to be formatted with the target labels. Make sure the passed template includes formatting syntax such as {} where the label should go.`,
  );
}
