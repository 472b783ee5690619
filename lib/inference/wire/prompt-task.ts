import { servingFamily } from "@/catalog/containers/serving-protocol";
import type { Task, TaskParameter } from "@/catalog/tasks/schema";

import { isChatOnly, protocolOf, type Served } from "../chat/dialect";
import { serverTask } from "../chat/dialect-task";
import type { WiredTask } from "./wire";

const GENERATING = new Set(["text-generation", "text2text-generation"]);

/** A task as its form asks the container that serves it. What no server of a kind of its own does is a pipeline's. */
export function promptTask(task: Task | null, served: Served): Task | null {
  if (!task) return null;
  const protocol = protocolOf(served);
  if (protocol === "tei") return task.id === "feature-extraction" ? teiTask(task) : task;
  if (!GENERATING.has(task.id)) return task;
  if (protocol === "tgi") return isChatOnly(served) ? serverTask(task, "messages") : serverTask(task, "tgi");
  if (protocol !== "openai-chat") return task;
  // SGLang's /invocations is its chat completions and nothing else (http_server.py).
  return serverTask(task, servingFamily(served.image ?? "") === "sglang" ? "messages" : "completions");
}

const switched = (name: string, isOn: boolean, description: string): TaskParameter => ({
  name,
  type: "boolean",
  default: isOn,
  description,
  min: null,
  max: null,
  step: null,
  values: null,
  group: null,
  isAdvanced: false,
  isRequired: false,
  isNullable: false,
});

/** TEI's embed request (router/src/http/types.rs). */
function teiTask(task: Task): WiredTask {
  const parameters = [
    switched("truncate", false, "On: a text that is too long is cut. Off: it is refused."),
    switched("normalize", true, "On: each vector has length 1."),
  ];
  return { ...task, parameters, wire: "tei" };
}
