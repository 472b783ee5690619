import type { ContainerFamily } from "./schema";

/** Variables by which servers for language models are told over how many accelerators to spread a model. */
const TOLD_BY = ["SM_NUM_GPUS", "SM_VLLM_TENSOR_PARALLEL_SIZE", "TENSOR_PARALLEL_SIZE", "SM_SGLANG_TP"];

/**
 * Over how many of an instance's accelerators a container spreads one model: the inference toolkit loads it onto one,
 * servers for language models onto as many as they are told, and Neuron images onto all.
 */
export function acceleratorsUsed(family: ContainerFamily, environment: Record<string, string>, all: number): number {
  if (/neuron|inferentia/.test(family)) return all;
  if (family === "huggingface") return Math.min(all, 1);
  const told = TOLD_BY.map((name) => Number(environment[name])).find((count) => count > 0);
  return Math.min(all, told ?? 1);
}
