import { join } from "node:path";
import { AutoTokenizer, env } from "@huggingface/transformers";
import type { NestedTensor, Pipe } from "../child/pipe.ts";

type Logits = Record<string, { dims: number[]; data: Float32Array }>;

/** A pipeline with the real tokenizer of a bundled model, and a model that answers what the test says. */
export async function fakePipe(
  id: string,
  config: Record<string, unknown>,
  answer: (ids: number[]) => Logits,
): Promise<Pipe> {
  env.allowRemoteModels = false;
  const tokenizer = await AutoTokenizer.from_pretrained(join(import.meta.dirname, "../../models", id));
  const model = async ({ input_ids }: Record<string, NestedTensor>) =>
    answer(Array.from(input_ids?.data as BigInt64Array, Number));
  return { tokenizer, model: Object.assign(model, { config }) } as unknown as Pipe;
}
