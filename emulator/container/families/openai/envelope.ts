import type { Prompt } from "../../generation/prompt.ts";

/** What every chunk of an answer repeats. */
export type Head = { id: string; created: number; model: string };

export function headOf(id: string, model: string): Head {
  return { id, created: Math.floor(Date.now() / 1000), model };
}

export function usageOf({ ids }: Pick<Prompt, "ids">, written: number) {
  return { prompt_tokens: ids.length, total_tokens: ids.length + written, completion_tokens: written };
}

export function event(value: unknown): string {
  return `data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
}
