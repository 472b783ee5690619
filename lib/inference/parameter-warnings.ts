import type { Task } from "@/catalog/tasks/schema";

import type { Parameters } from "./parameters";
import { wireOf } from "./wire/wire";

/** What becomes of a parameter beside the others that are set: the container fails, or acts as if it were not there. */
export type ParameterWarning = { effect: "refused" | "ignored"; text: string };

type Check = (parameters: Parameters, isGeneration: boolean) => ParameterWarning | null;

const refused = (text: string): ParameterWarning => ({ effect: "refused", text });
const ignored = (text: string): ParameterWarning => ({ effect: "ignored", text });

const whenSampling: Check = ({ do_sample: doSample }) =>
  doSample === true ? null : ignored("Used only when Do sample is on.");

const withBeams: Check = (parameters) =>
  numberOf(parameters, "num_beams", 1) > 1 ? null : ignored("Used only when Num beams is 2 or more.");

/** The rules of transformers' generation (`GenerationConfig.validate`) and of its pipelines, by parameter. */
const CHECKS: Record<string, Check> = {
  temperature: whenSampling,
  top_p: whenSampling,
  length_penalty: withBeams,
  early_stopping: withBeams,
  max_length: (parameters, isGeneration) => {
    if (!isGeneration) return parameters.truncation === true ? null : ignored("Used only when Truncation is on.");
    return "max_new_tokens" in parameters ? ignored("Max new tokens is set and counts instead.") : null;
  },
  // Elsewhere it says how many results come back, and depends on nothing.
  top_k: (parameters, isGeneration) => (isGeneration ? whenSampling(parameters, true) : null),
  min_length: (parameters) => {
    const isOver = numberOf(parameters, "min_length", 0) > numberOf(parameters, "max_length", Number.POSITIVE_INFINITY);
    return isOver ? refused("It is more than Max length.") : null;
  },
  num_return_sequences: (parameters) => {
    const wanted = numberOf(parameters, "num_return_sequences", 1);
    const beams = numberOf(parameters, "num_beams", 1);
    if (wanted <= 1) return null;
    if (beams > 1) return wanted > beams ? refused(`At most Num beams, which is ${beams}.`) : null;
    return parameters.do_sample === true ? null : refused("More than 1 needs Do sample on, or as many Num beams.");
  },
  stride: ({ aggregation_strategy: strategy = "none" }) =>
    strategy === "none" ? refused("Needs an Aggregation strategy other than none.") : null,
  hypothesis_template: ({ hypothesis_template: template }) =>
    typeof template === "string" && !template.includes("{}") ? refused("Write {} where each label is to stand.") : null,
  stride_length_s: (parameters) =>
    numberOf(parameters, "chunk_length_s", 0) > 0 ? null : ignored("Used only with a Chunk length."),
};

/** What is to be said beside a set parameter; null when it goes well with the others. Other servers have other rules. */
export function parameterWarning(task: Task, name: string, parameters: Parameters): ParameterWarning | null {
  if (wireOf(task) !== "pipeline") return null;
  const isGeneration = task.parameters.some((row) => row.name === "do_sample");
  return name in parameters ? (CHECKS[name]?.(parameters, isGeneration) ?? null) : null;
}

function numberOf(parameters: Parameters, name: string, otherwise: number): number {
  const value = parameters[name];
  return typeof value === "number" ? value : otherwise;
}
