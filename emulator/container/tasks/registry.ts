import type { TaskAdapter } from "./adapter.ts";
import { textClassification } from "./text-classification.ts";

const ADAPTERS: Record<string, TaskAdapter> = {
  "text-classification": textClassification,
  "sentiment-analysis": textClassification,
};

/** The adapter of an HF_TASK; an unknown one fails as transformers' `check_task` does. */
export function findAdapter(task: string): TaskAdapter {
  const name = /^translation_\w+_to_\w+$/.test(task) ? "translation" : task;
  const adapter = Object.hasOwn(ADAPTERS, name) ? ADAPTERS[name] : undefined;
  if (adapter) return adapter;
  const known = [...Object.keys(ADAPTERS).sort(), "translation_XX_to_YY"].map((each) => `'${each}'`);
  throw new Error(`"Unknown task ${task}, available tasks are [${known.join(", ")}]"`);
}
