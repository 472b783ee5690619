"use client";

import { MessagesSquare } from "lucide-react";

import { Button } from "@/components/ui/button";

const STARTERS = [
  "What is the capital of France?",
  "Explain what an endpoint is in two sentences.",
  "Tell me a short story.",
];

type Props = { note: string | null; isStreamed: boolean; disabled: boolean; onSend: (text: string) => void };

/** Before the first message: what this is, how the container answers, and something to begin with. */
export function EmptyChat({ note, isStreamed, disabled, onSend }: Props) {
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-4 text-center">
      <MessagesSquare aria-hidden="true" strokeWidth={1.5} className="size-6 text-muted" />
      <div className="flex max-w-[52ch] flex-col gap-1 text-balance text-muted">
        <p className="text-lg font-medium text-foreground">Talk to the model</p>
        <p>
          {isStreamed
            ? "Its answer appears while it is being written."
            : "This container answers in one piece: the text appears when all of it is there."}
        </p>
        {note ? <p>{note}</p> : null}
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {STARTERS.map((text) => (
          <Button key={text} size="sm" disabled={disabled} onClick={() => onSend(text)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}
