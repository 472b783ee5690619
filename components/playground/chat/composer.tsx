"use client";

import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

import { SendKeyHint } from "./send-key-hint";
import { useSendKey } from "./use-send-key";

type Props = {
  /** Why nothing can be sent, whatever is typed. */
  refusal: string | null;
  /** What stands in the way of sending, though typing is fine. */
  reason: string | null;
  isRunning: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
};

/** Where a message is typed. While the model answers, its button stops the answer. */
export function Composer({ refusal, reason, isRunning, onSend, onStop }: Props) {
  const [text, setText] = useState("");
  const [sendKey, setSendKey] = useSendKey();

  function send() {
    if (!text.trim() || isRunning || refusal || reason) return;
    onSend(text.trim());
    setText("");
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && isRunning) return onStop();
    // Enter that picks a word of an input method is none of ours.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (sendKey === "modifier" && !event.metaKey && !event.ctrlKey) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      aria-label="Message"
      className="border-t border-border p-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="relative">
        <Textarea
          aria-label="Message"
          placeholder="Write a message"
          rows={1}
          className="min-h-12 resize-none pt-3 pr-14 pb-2 pl-3"
          disabled={refusal !== null}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="absolute right-2 bottom-2">
          {isRunning ? (
            <Button aria-label="Stop" onClick={onStop} className="px-2">
              <Square aria-hidden="true" className="fill-current" />
            </Button>
          ) : (
            <Button
              type="submit"
              variant="primary"
              aria-label="Send"
              disabled={refusal !== null || reason !== null || !text.trim()}
              className="px-2"
            >
              <ArrowUp aria-hidden="true" />
            </Button>
          )}
        </span>
      </div>
      {(refusal ?? reason) ? (
        <p className="pt-2 text-sm text-warning">{refusal ?? reason}</p>
      ) : (
        <SendKeyHint value={sendKey} onChange={setSendKey} />
      )}
    </form>
  );
}
