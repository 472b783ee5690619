import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { groupNeighbours, type Labelled, labelTokens, type Strategy } from "./group-entities.ts";
import { scoreTokens } from "./token-scores.ts";

const PARAMETERS = ["aggregation_strategy", "ignore_labels", "stride", "grouped_entities", "ignore_subwords"];
const STRATEGIES = ["none", "simple", "first", "average", "max"];

/** Entities with their place in the text, token by token or joined by a strategy. */
export const tokenClassification: TaskAdapter = {
  pipelineTask: "token-classification",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "TokenClassificationPipeline._sanitize_parameters");
    const strategy = readStrategy(parameters.aggregation_strategy);
    const ignored = Array.isArray(parameters.ignore_labels) ? parameters.ignore_labels : ["O"];
    return eachInput(inputs, (input) => classify(pipe, requireText(input), strategy, ignored));
  },
};

function readStrategy(value: unknown): Strategy {
  const name = String(value ?? "none").toLowerCase();
  if (STRATEGIES.includes(name)) return name as Strategy;
  throw new PredictionError(`'${name.toUpperCase()}'`);
}

async function classify(pipe: Pipe, text: string, strategy: Strategy, ignored: unknown[]): Promise<unknown[]> {
  const { id2label = {} } = pipe.model.config;
  const tokens = await scoreTokens(pipe, text);
  const labels = Array.from({ length: tokens[0]?.scores.length ?? 0 }, (_, at) => id2label[at] ?? `LABEL_${at}`);
  const labelled = labelTokens(tokens, labels, strategy);
  const kept = (items: Labelled[]): Labelled[] => items.filter((item) => !ignored.includes(item.label));
  if (strategy === "none") return kept(labelled).map(toEntity);
  return kept(groupNeighbours(labelled)).map((group) => toGroup(pipe, group));
}

function toEntity({ label, score, tokens: [token] }: Labelled) {
  return { entity: label, score, index: token?.index, word: token?.word, start: token?.start, end: token?.end };
}

function toGroup(pipe: Pipe, { label, score, tokens }: Labelled) {
  const word = pipe.tokenizer.decode(tokens.map((token) => token.id));
  return { entity_group: label, score, word, start: tokens[0]?.start, end: tokens.at(-1)?.end };
}
