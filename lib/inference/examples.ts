import { findBundledModel } from "@/catalog/bundled-models/select";
import type { Task, TaskExample } from "@/catalog/tasks/schema";

import { type Filled, readForm } from "./draft";
import { mediaFromFile } from "./inputs/media";
import type { Input } from "./inputs/registry";

/** Something to start from: a request, or a file with what is sent beside it. */
export type Example = Pick<TaskExample, "label" | "source"> &
  ({ kind: "json"; body: string } | { kind: "file"; file: string; contentType: string });

/**
 * The examples of a task, best first. A bundled model's own comes before the reference page's: its vocabulary is small,
 * and it would make a poor figure with another's words. `modelId` is what the container was given as HF_MODEL_ID.
 */
export function examplesOf(task: Task, modelId: string | null): Example[] {
  const own = modelId ? findBundledModel(modelId)?.example : undefined;
  const fromTask = task.examples.flatMap((example): Example[] => {
    const { label, source, body, contentType } = example;
    const json = JSON.stringify(body);
    return contentType === "application/json" && readForm(task, json).ok
      ? [{ label, source, kind: "json", body: json }]
      : [];
  });
  if (!own) return fromTask;
  const first = { label: "This model's own", source: "written for this model" };
  return [
    own.kind === "json"
      ? { ...first, kind: "json", body: JSON.stringify(own.body) }
      : { ...first, kind: "file", file: own.file, contentType: own.contentType },
    ...fromTask,
  ];
}

/** What an example fills a task's form with; null when the form has no place for it. Reads a file from the console. */
export async function fillExample(task: Task, example: Example): Promise<Filled | null> {
  if (example.kind === "json") {
    const read = readForm(task, example.body);
    return read.ok ? read.filled : null;
  }
  const response = await fetch(`/examples/${example.file}`);
  if (!response.ok) throw new Error(`The example ${example.file} could not be loaded.`);
  const media = await mediaFromFile(await response.blob(), example.file, example.contentType);
  return { input: { kind: task.inputKind, value: { media } } as Input, parameters: {} };
}
