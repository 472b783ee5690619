import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown, requireText } from "../parameters.ts";
import { groupNeighbours, type Labelled, labelTokens, type Strategy } from "./group-entities.ts";
import { withoutOverlaps } from "./overlapping-entities.ts";
import { maxLength } from "./token-ids.ts";
import { joinPieces, scoreTokens } from "./token-scores.ts";

const PARAMETERS = ["aggregation_strategy", "ignore_labels", "stride", "grouped_entities", "ignore_subwords"];
const STRATEGIES = ["none", "simple", "first", "average", "max"];

type Entity = { score: number; word: string; start: number; end: number } & (
  | { entity: string; index: number }
  | { entity_group: string }
);

type Options = { strategy: Strategy; ignored: unknown[]; stride: number | null };

/** Entities with their place in the text, token by token or joined by a strategy. */
export const tokenClassification: TaskAdapter = {
  pipelineTask: "token-classification",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "TokenClassificationPipeline._sanitize_parameters");
    if (typeof inputs !== "string" && !(Array.isArray(inputs) && inputs.length > 0)) {
      throw new PredictionError("At least one input is required.");
    }
    const options = {
      strategy: readStrategy(parameters),
      ignored: Array.isArray(parameters.ignore_labels) ? parameters.ignore_labels : ["O"],
      stride: readStride(pipe, parameters),
    };
    return eachInput(inputs, (input) => classify(pipe, requireText(input), options));
  },
};

/** `grouped_entities` and `ignore_subwords` are the older names, and win when they are given. */
function readStrategy({ aggregation_strategy, grouped_entities, ignore_subwords }: Record<string, unknown>): Strategy {
  const isOld = (grouped_entities ?? null) !== null || (ignore_subwords ?? null) !== null;
  if (isOld && aggregation_strategy === undefined) {
    return grouped_entities ? (ignore_subwords ? "first" : "simple") : "none";
  }
  const name = String(aggregation_strategy ?? "none").toLowerCase();
  if (STRATEGIES.includes(name)) return name as Strategy;
  throw new PredictionError(`'${name.toUpperCase()}'`);
}

function readStride(pipe: Pipe, { stride, aggregation_strategy }: Record<string, unknown>): number | null {
  if (typeof stride !== "number") return null;
  if (stride >= maxLength(pipe)) {
    throw new PredictionError(
      "`stride` must be less than `tokenizer.model_max_length` (or even lower if the tokenizer adds special tokens)",
    );
  }
  if (String(aggregation_strategy).toLowerCase() === "none") {
    throw new PredictionError(
      '`stride` was provided to process all the text but `aggregation_strategy="none"`, please select another one instead.',
    );
  }
  return stride;
}

async function classify(pipe: Pipe, text: string, { strategy, ignored, stride }: Options): Promise<Entity[]> {
  const { id2label = {} } = pipe.model.config;
  const parts = await scoreTokens(pipe, text, stride);
  const entities = parts.flatMap((tokens): Entity[] => {
    const labels = Array.from({ length: tokens[0]?.scores.length ?? 0 }, (_, at) => id2label[at] ?? `LABEL_${at}`);
    const labelled = labelTokens(tokens, labels, strategy);
    const kept = (items: Labelled[]): Labelled[] => items.filter((item) => !ignored.includes(item.label));
    if (strategy === "none") return kept(labelled).map(toEntity);
    return kept(groupNeighbours(labelled)).map((group) => toGroup(pipe, group));
  });
  return parts.length > 1 ? withoutOverlaps(entities) : entities;
}

function toEntity({ label, score, tokens: [token] }: Labelled) {
  const { index = 0, word = "", start = 0, end = 0 } = token ?? {};
  return { entity: label, score, index, word, start, end };
}

function toGroup(pipe: Pipe, { label, score, tokens }: Labelled) {
  const word = joinPieces(
    pipe,
    tokens.map((token) => token.word),
  );
  return { entity_group: label, score, word, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
