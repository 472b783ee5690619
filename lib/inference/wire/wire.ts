import type { Task } from "@/catalog/tasks/schema";

/** What the body of a form's request looks like: the server in the container decides. */
export type Wire =
  /** A pipeline of the inference toolkit: `inputs` and `parameters`. */
  | "pipeline"
  /** TGI's own: the same members, with names of its own, and a stream. */
  | "tgi"
  /** OpenAI's completions: `prompt` with the parameters beside it. */
  | "completions"
  /** OpenAI's chat completions, with the prompt as their only message. */
  | "messages"
  /** TEI: `inputs` with the parameters beside it. */
  | "tei";

/** A task with the parameters that a container's server knows, under its names. */
export type WiredTask = Task & { wire: Wire };

/** How a task's requests are written; a task of the catalogue is one of the toolkit's pipelines. */
export function wireOf(task: Task | null): Wire {
  return task !== null && isWired(task) ? task.wire : "pipeline";
}

/** Whether a server can be sent several prompts in one request. */
export function takesSeveral(task: Task): boolean {
  const wire = wireOf(task);
  return wire !== "tgi" && wire !== "messages";
}

function isWired(task: Task): task is WiredTask {
  return "wire" in task;
}
