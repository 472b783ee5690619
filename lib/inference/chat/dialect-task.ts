import type { Task, TaskParameter } from "@/catalog/tasks/schema";

import type { WiredTask } from "../wire/wire";
import type { Dialect } from "./dialect";

type Change = Partial<TaskParameter>;

/** What the pipeline needs `do_sample` for the servers decide by the value itself. */
const TEMPERATURE: Change = {
  default: null,
  min: 0,
  max: 2,
  description: "Higher is more surprising; near 0 the most likely token is taken.",
};
const TOP_P: Change = {
  default: null,
  description: "Sample only among the best tokens whose probabilities add up to this.",
};
const TOP_K: Change = { default: null, description: "Sample only among this many best tokens." };
const REPETITION: Change = { default: null };
const STOP: Change = {
  name: "stop",
  type: "string[]",
  isAdvanced: false,
  description: "Stop at any of these texts, with commas between them; four at most.",
};

/**
 * Names and defaults of the pipeline's parameters in other dialects; what is not named does not exist there. For
 * messages those of OpenAI's chat completions with what vLLM, SGLang and TGI take beyond; for TGI its own (TGI docs,
 * GenerateParameters).
 */
const CHANGES: Record<"messages" | "tgi", Record<string, Change>> = {
  messages: {
    max_new_tokens: { name: "max_tokens", default: null, max: 32_768 },
    temperature: TEMPERATURE,
    top_p: TOP_P,
    stop_sequence: STOP,
  },
  tgi: {
    max_new_tokens: { default: 100, max: 32_768 },
    do_sample: {
      description: "On: draw from the distribution. Off: take the most likely token unless one of these is set.",
    },
    temperature: { ...TEMPERATURE, min: 0.01 },
    top_k: TOP_K,
    top_p: { ...TOP_P, max: 0.99 },
    repetition_penalty: REPETITION,
    stop_sequence: STOP,
  },
};

const SEED: TaskParameter = {
  name: "seed",
  type: "integer",
  default: null,
  description: "The same number gives the same answer to the same question.",
  min: 0,
  max: null,
  step: null,
  values: null,
  group: "sampling",
  isAdvanced: true,
  isRequired: false,
  isNullable: false,
};

/** A pipeline says nothing of the answer's form in a chat: the conversation itself decides. */
const NOT_IN_CHAT = new Set([
  "return_full_text",
  "prefix",
  "num_return_sequences",
  "handle_long_generation",
  "max_length",
]);

/** A generating task with the parameters that a dialect knows, under its names. */
export function dialectTask(task: Task, dialect: Dialect): Task {
  if (dialect !== "messages" && dialect !== "tgi") {
    return { ...task, parameters: task.parameters.filter(({ name }) => !NOT_IN_CHAT.has(name)) };
  }
  return serverTask(task, dialect);
}

/** The same for what a server of language models is asked by a form: a prompt in place of a conversation. */
export function serverTask(task: Task, wire: "messages" | "completions" | "tgi"): WiredTask {
  const changes = CHANGES[wire === "tgi" ? "tgi" : "messages"];
  const parameters = task.parameters.flatMap((row) => {
    const change = changes[row.name];
    return change ? [{ ...row, ...change }] : [];
  });
  return { ...task, parameters: [...parameters, SEED], wire };
}
