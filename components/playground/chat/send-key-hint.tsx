"use client";

import { Kbd } from "@/components/ui/kbd";
import { useModifierKey } from "@/components/ui/use-modifier-key";

import type { SendKey } from "./use-send-key";

type Props = { value: SendKey; onChange: (value: SendKey) => void };

/** Says which keys send, and lets one change it. */
export function SendKeyHint({ value, onChange }: Props) {
  const modifier = useModifierKey();
  const isEnter = value === "enter";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-xs text-muted max-sm:hidden">
      <span>
        {isEnter ? null : <Kbd>{modifier}</Kbd>} <Kbd>Enter</Kbd> sends
      </span>
      <span>
        {isEnter ? <Kbd>Shift</Kbd> : null} <Kbd>Enter</Kbd> new line
      </span>
      <button
        type="button"
        className="rounded-sm underline hover:text-foreground"
        onClick={() => onChange(isEnter ? "modifier" : "enter")}
      >
        {isEnter ? `Send with ${modifier} Enter instead` : "Send with Enter instead"}
      </button>
    </p>
  );
}
