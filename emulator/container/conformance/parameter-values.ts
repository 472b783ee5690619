import type { Task, TaskParameter } from "@/catalog/tasks/schema.ts";

/** What a parameter is tried with where its row in the catalogue does not say enough. */
const VALUES: Record<string, unknown[]> = {
  candidate_labels: [["red circle", "blue square"], ["red circle"]],
  ignore_labels: [[], ["O", "B-PER"]],
  targets: [["capital", "city"]],
  tokenize_kwargs: [{ truncation: true }],
  generate_kwargs: [{}],
  src_lang: ["en"],
  tgt_lang: ["fr"],
  stop_sequence: ["a"],
  prefix: ["the"],
  stride: [10],
  max_new_tokens: [3],
  max_length: [40],
  min_length: [2],
  stride_length_s: [0.2],
  chunk_length_s: [0, 1],
};

/** Parameters that mean something only beside another one. */
const BESIDE: Record<string, Record<string, unknown>> = {
  stride: { aggregation_strategy: "simple" },
  max_length: { truncation: true },
  temperature: { do_sample: true },
  top_p: { do_sample: true },
  num_return_sequences: { do_sample: true },
  stride_length_s: { chunk_length_s: 1 },
};

/** Makes generation short, and every one-off answer quick. */
const QUICK = { max_new_tokens: 4 };

/** Every documented parameter of a task with values that a request may have, one at a time. */
export function parameterTrials(task: Task): Record<string, unknown>[] {
  const generates = task.parameters.some(({ name }) => name === "max_new_tokens");
  const required = Object.fromEntries(
    task.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => [name, VALUES[name]?.[0]]),
  );
  return task.parameters.flatMap((parameter) =>
    valuesOf(parameter).map((value) => ({
      ...required,
      ...(generates && parameter.name !== "max_length" ? QUICK : {}),
      ...(generates && parameter.name === "max_length" ? {} : BESIDE[parameter.name]),
      [parameter.name]: value,
    })),
  );
}

function valuesOf({ name, type, values, default: preset, min, isNullable }: TaskParameter): unknown[] {
  const given = VALUES[name] ?? values ?? (type === "boolean" ? [true, false] : [preset ?? min]);
  return isNullable ? [...given, null] : given;
}
