import { z } from "zod";
import type { LoadedModel } from "../../child/load-model.ts";
import type { Pipe } from "../../child/pipe.ts";
import { contextLength } from "../../generation/prompt.ts";
import { type Answer, jsonAnswer, type Question } from "../answer.ts";
import { parseJsonBody, unfit } from "../rust-server.ts";
import type { TeiSettings } from "../server-spec.ts";
import { TeiError } from "./errors.ts";
import { readInputs } from "./read-inputs.ts";

const EmbedOptions = z.object({ truncate: z.boolean().nullish(), normalize: z.boolean().default(true) });
const PredictOptions = z.object({ truncate: z.boolean().nullish(), raw_scores: z.boolean().default(false) });

/** One call of /invocations: vectors from an embedding model, scores from a classifier (router/src/http/server.rs). */
export async function answerByTei(model: LoadedModel, settings: TeiSettings, question: Question): Promise<Answer> {
  const data = readObject(question);
  return jsonAnswer(
    200,
    model.task === "text-classification"
      ? await predict(model, settings, data)
      : await embed(model.pipe, settings, data),
  );
}

async function embed(pipe: Pipe, settings: TeiSettings, data: Record<string, unknown>): Promise<unknown> {
  const options = must(EmbedOptions, data);
  const { texts } = readInputs(data.inputs, "flat");
  checkTexts(pipe, settings, texts, options.truncate ?? settings.isTruncating);
  const vectors: unknown[] = [];
  for (const text of texts) {
    const output = (await pipe(text, { pooling: settings.pooling, normalize: options.normalize })) as {
      tolist(): unknown[];
    };
    vectors.push(output.tolist()[0]);
  }
  return vectors;
}

async function predict(model: LoadedModel, settings: TeiSettings, data: Record<string, unknown>): Promise<unknown> {
  const { pipe, adapter, task } = model;
  const options = must(PredictOptions, data);
  const { texts, isBatch } = readInputs(data.inputs, "nested");
  checkTexts(pipe, settings, texts, options.truncate ?? settings.isTruncating);
  const parameters = { top_k: null, ...(options.raw_scores ? { function_to_apply: "none" } : {}) };
  const scores: unknown[] = [];
  for (const inputs of texts) {
    const labels = (await adapter.run({ pipe, task, inputs, parameters })) as { label: string; score: number }[];
    scores.push(labels.map(({ score, label }) => ({ score, label })));
  }
  return isBatch ? scores : scores[0];
}

function checkTexts(pipe: Pipe, { maxClientBatchSize }: TeiSettings, texts: string[], truncates: boolean): void {
  if (texts.length === 0) throw new TeiError(413, "`inputs` cannot be empty");
  if (texts.length > maxClientBatchSize) {
    throw new TeiError(413, `batch size ${texts.length} > maximum allowed batch size ${maxClientBatchSize}`);
  }
  const limit = contextLength(pipe);
  for (const text of texts) {
    if (text === "") throw new TeiError(413, "`inputs` cannot be empty");
    const length = pipe.tokenizer([text]).input_ids?.data.length ?? 0;
    if (length > limit && !truncates) {
      throw new TeiError(413, `\`inputs\` must have less than ${limit} tokens. Given: ${length}`);
    }
  }
}

function readObject(question: Question): Record<string, unknown> {
  const data = parseJsonBody(question);
  if (typeof data !== "object" || data === null || !("inputs" in data)) throw unfit("missing field `inputs`");
  return data as Record<string, unknown>;
}

function must<T extends z.ZodType>(type: T, data: unknown): z.output<T> {
  const read = type.safeParse(data);
  if (read.success) return read.data;
  throw unfit(`${read.error.issues[0]?.path.join(".")}: invalid value`);
}
