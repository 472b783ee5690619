"use client";

import type { Task } from "@/catalog/tasks/schema";
import type { ModelSource } from "@/lib/endpoints/model-view";
import type { Served } from "@/lib/inference/chat/dialect";
import { chatOfCall } from "@/lib/playground/reopen-chat";
import type { KeptCall } from "@/lib/playground/view";

import { useTalkMode } from "./use-talk-mode";

type Props = {
  task: Task | null;
  served: Served;
  model: ModelSource | null;
  /** The call of the past that is open. */
  call: KeptCall | null;
  /** A saved example is open: those are made in forms. */
  isExample: boolean;
};

/** Whether the page is a chat now, and which chat of the past it shows. */
export function useTalk({ task, served, model, call, isExample }: Props) {
  const talk = useTalkMode(task, served, model);
  const chat = call && talk.mode ? chatOfCall(call) : null;
  // What was opened shows itself where it was made, unless somebody wants it otherwise.
  const shown = call && chat && talk.chosen !== "prompt" ? { call, chat } : null;
  const isChat = call || isExample ? shown !== null : talk.mode === "chat";
  return { ...talk, isChat, shown, canShowCall: chat !== null };
}
