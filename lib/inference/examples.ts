import { findBundledModel } from "@/catalog/bundled-models/select";
import { fileExamples } from "@/catalog/tasks/file-examples";
import { hubExamples } from "@/catalog/tasks/hub-examples";
import type { Task } from "@/catalog/tasks/schema";
import { taskById } from "@/catalog/tasks/select";

import { type Filled, readExample } from "./draft";
import { mediaFromFile } from "./inputs/media";
import type { Input } from "./inputs/registry";

/** Something to start from: a request, or a file with what stands beside it. `source` says where it is from. */
export type Example = { label: string; source: string } & (
  | { kind: "json"; body: string }
  | { kind: "file"; file: string; contentType: string; labels: string[] | undefined }
);

/**
 * The examples of a task that its form can show, best first. A bundled model's own comes before the reference page's:
 * its vocabulary is small, and it would make a poor figure with another's words. `modelId` is what the container was
 * given as HF_MODEL_ID.
 */
export function examplesOf(task: Task, modelId: string | null): Example[] {
  const files = fileExamples(task.id).map((row): Example => ({ kind: "file", labels: undefined, ...row }));
  const written = task.examples.flatMap(({ label, source, body, contentType }) =>
    contentType === "application/json" ? [asJson(label, source, body)] : [],
  );
  const all: Example[] = [
    ...ownExample(task, modelId),
    // Where there are files, the catalogue's JSON only shows the shape: its link leads nowhere.
    ...(files.length > 0 ? files : written),
    ...hubExamples(task.aliasOf ?? task.id).map(({ label, body }) => asJson(label, "the Hugging Face Hub", body)),
  ];
  return distinct(all).filter((example) => example.kind === "file" || readExample(task, example.body).ok);
}

function ownExample(task: Task, modelId: string | null): Example[] {
  const model = modelId ? findBundledModel(modelId) : undefined;
  if (!model || taskById(model.task)?.id !== (task.aliasOf ?? task.id)) return [];
  const first = { label: "This model's own", source: "made for this model" };
  const { example } = model;
  return example.kind === "json"
    ? [asJson(first.label, first.source, example.body)]
    : [{ ...first, kind: "file", file: example.file, contentType: example.contentType, labels: undefined }];
}

function asJson(label: string, source: string, body: unknown): Example {
  return { label, source, kind: "json", body: JSON.stringify(body) };
}

function distinct(examples: Example[]): Example[] {
  const contentOf = (example: Example) => (example.kind === "json" ? example.body : example.file);
  return examples.filter((row, at) => examples.findIndex((other) => contentOf(other) === contentOf(row)) === at);
}

/** What an example fills a task's form with. Reads a file from the console; throws an Error that says what failed. */
export async function fillExample(task: Task, example: Example): Promise<Filled> {
  if (example.kind === "json") {
    const read = readExample(task, example.body);
    if (!read.ok) throw new Error(read.reason);
    return read.filled;
  }
  const response = await fetch(`/examples/${example.file}`);
  if (!response.ok) throw new Error(`The example ${example.file} could not be loaded.`);
  const media = await mediaFromFile(await response.blob(), example.file, example.contentType);
  const value = example.labels ? { media, labels: example.labels } : { media };
  return { input: { kind: task.inputKind, value } as Input, parameters: {} };
}
