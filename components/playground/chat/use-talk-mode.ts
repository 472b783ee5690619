"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";

import type { Task } from "@/catalog/tasks/schema";
import type { ModelSource } from "@/lib/endpoints/model-view";
import { isChatModel } from "@/lib/inference/chat/chat-model";
import { chatDialect, protocolOf, type Served } from "@/lib/inference/chat/dialect";

const MODES = ["prompt", "chat"] as const;
export type TalkMode = (typeof MODES)[number];

/**
 * How one talks to a generating model: with a prompt that it goes on with, or in a conversation. Containers of language
 * models and models that were made for it start with a chat. Null: the task is neither.
 */
export function useTalkMode(task: Task | null, served: Served, model: ModelSource | null) {
  const [chosen, choose] = useQueryState("mode", parseAsStringLiteral(MODES));
  const dialect = chatDialect({ ...served, task: task?.id ?? served.task });
  const isConversational = task?.id === "conversational";
  if (!isConversational && task?.id !== "text-generation") return { mode: null, chosen: null, dialect, choose: null };
  const isChat = isConversational || protocolOf(served) !== "toolkit" || isChatModel(modelName(model));
  return { mode: chosen ?? (isChat ? ("chat" as const) : ("prompt" as const)), chosen, dialect, choose };
}

function modelName(model: ModelSource | null): string | null {
  return model?.kind === "hub" || model?.kind === "bundled" ? model.id : null;
}
