"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";

import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/inference/chat/conversation";

type Props = { message: Message; all: readonly Message[]; disabled: boolean; onChoose: (message: Message) => void };

/** Flips between the wordings of a question, or the answers to it. */
export function AlternativesSwitch({ message, all, disabled, onChoose }: Props) {
  const at = all.findIndex(({ id }) => id === message.id);
  if (all.length < 2) return null;
  const what = message.role === "user" ? "wording" : "answer";
  const step = (by: -1 | 1) => {
    const next = all[at + by];
    return { disabled: disabled || !next, onClick: () => next && onChoose(next) };
  };
  return (
    <span className="inline-flex items-center text-xs text-muted tabular-nums">
      <IconButton size="sm" label={`Earlier ${what}`} {...step(-1)}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <span>
        <span className="sr-only">{what} </span>
        {at + 1} / {all.length}
      </span>
      <IconButton size="sm" label={`Later ${what}`} {...step(1)}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </span>
  );
}
