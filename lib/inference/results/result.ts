import type { Task } from "@/catalog/tasks/schema";

import { isRecord } from "../is-record";
import type { InferenceRequest } from "../request";
import type { ReadAnswer } from "./answer";
import { type Entities, readEntities } from "./entities";
import { type Chat, type Generated, readGenerated } from "./generated";
import { type Labels, readLabels } from "./labels";

/** An answer in the shape that it is drawn in; `other` is drawn as JSON. */
export type Result = Labels | Entities | Generated | Chat | { kind: "other"; value: unknown };

/** By task, second names left out. */
const READERS: Record<string, ReadAnswer<Result>> = {
  "text-classification": readLabels,
  "token-classification": readEntities,
  "text-generation": readGenerated,
};

/** Reads a container's answer by its task; what does not have the task's shape is `other`, never an error. */
export function readResult(
  task: Task | null,
  request: Pick<InferenceRequest, "body" | "contentType">,
  answer: string,
): Result {
  const value = parse(answer);
  const body = typeof request.body === "string" ? parse(request.body) : null;
  const read = READERS[task?.aliasOf ?? task?.id ?? ""];
  return read?.(value, { inputs: inputTexts(body), body, request }) ?? { kind: "other", value };
}

function inputTexts(body: unknown): string[] {
  const inputs = isRecord(body) ? body.inputs : null;
  return (Array.isArray(inputs) ? inputs : [inputs]).map((input) => (typeof input === "string" ? input : ""));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
