import type { Task } from "@/catalog/tasks/schema";

import { chatForm } from "../inputs/chat";
import { type Parameters, parametersJson } from "../parameters";
import { type InferenceRequest, jsonRequest } from "../request";
import { members } from "../wire/body";
import { asText, OWN_STOP } from "./chat-text";
import type { Dialect } from "./dialect";

export type ChatTurn = { role: "user" | "assistant"; content: string };

/** What a person has set up and said; the last turn is theirs. */
export type ChatQuestion = { system: string; turns: readonly ChatTurn[]; parameters: Parameters };

/** The request that asks for the next turn of a conversation. `task` says which parameters are fractions. */
export function chatRequest(dialect: Dialect, question: ChatQuestion, task: Task | null): InferenceRequest {
  const { system, turns, parameters } = question;
  const messages = [...(system.trim() ? [{ role: "system", content: system }] : []), ...turns];
  switch (dialect) {
    case "messages":
      return streamed(
        `{"messages":${JSON.stringify(messages)}${members(task, parameters)},"stream":true,"stream_options":{"include_usage":true}}`,
      );
    case "tgi":
      return streamed(
        `{"inputs":${JSON.stringify(asText(question))},"parameters":${parametersJson(task, { ...parameters, details: true, return_full_text: false, stop: stops(parameters) })},"stream":true}`,
      );
    case "pipeline":
      return pipeline(messages, parameters, task);
    case "pipeline-text":
      return pipeline(asText(question), { ...parameters, return_full_text: false }, task);
    case "conversational": {
      const { inputs } = chatForm.write({ messages: [...turns] }, task);
      return pipeline(inputs, parameters, task);
    }
  }
}

function pipeline(inputs: unknown, parameters: Parameters, task: Task | null): InferenceRequest {
  const set = Object.keys(parameters).length > 0 ? `,"parameters":${parametersJson(task, parameters)}` : "";
  return jsonRequest(`{"inputs":${JSON.stringify(inputs)}${set}}`);
}

/** Both servers answer events whatever is accepted; their own clients say so all the same. */
function streamed(body: string): InferenceRequest {
  return { ...jsonRequest(body), accept: "text/event-stream" };
}

function stops({ stop }: Parameters): string[] {
  return [...(Array.isArray(stop) ? stop : []), OWN_STOP].slice(0, 4);
}
