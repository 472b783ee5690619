"use client";

import { Plus, X } from "lucide-react";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ChatMessage, InputValues } from "@/lib/inference/inputs/input-form";

import { FieldFrame } from "./field-frame";
import { LimitedTextarea } from "./limited-textarea";

type Value = InputValues["chat"];
type Props = { value: Value; onValue: (value: Value) => void };

/** A conversation: what was said before, turn by turn, and the new message. */
export function ChatInput({ value: { messages }, onValue }: Props) {
  const before = messages.slice(0, -1);
  const set = (at: number, content: string) =>
    onValue({ messages: messages.map((message, index) => (index === at ? { ...message, content } : message)) });

  return (
    <div className="flex flex-col gap-3">
      {before.map((message, at) => (
        <Said
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place in the conversation
          key={at}
          turn={Math.floor(at / 2) + 1}
          message={message}
          onContent={(content) => set(at, content)}
          onRemove={() => onValue({ messages: messages.toSpliced(at - (at % 2), 2) })}
        />
      ))}
      <FieldFrame label={before.length > 0 ? "New message" : "Message"}>
        {(ids) => (
          <LimitedTextarea
            {...ids}
            rows={3}
            placeholder="Say something to the model"
            value={messages.at(-1)?.content ?? ""}
            onText={(content) => set(messages.length - 1, content)}
          />
        )}
      </FieldFrame>
      <Button
        size="sm"
        variant="ghost"
        className="-ml-2.5 self-start"
        onClick={() =>
          onValue({
            messages: [
              ...before,
              { role: "user", content: "" },
              { role: "assistant", content: "" },
              ...messages.slice(-1),
            ],
          })
        }
      >
        <Plus aria-hidden="true" />
        Add what was said before
      </Button>
    </div>
  );
}

type SaidProps = { turn: number; message: ChatMessage; onContent: (content: string) => void; onRemove: () => void };

function Said({ turn, message: { role, content }, onContent, onRemove }: SaidProps) {
  const isUser = role === "user";
  return (
    <FieldFrame
      label={`${isUser ? "You" : "Model"}, turn ${turn}`}
      actions={
        isUser ? (
          <IconButton size="sm" label={`Remove turn ${turn}`} onClick={onRemove}>
            <X aria-hidden="true" />
          </IconButton>
        ) : null
      }
    >
      {(ids) => (
        <LimitedTextarea
          {...ids}
          rows={1}
          className={isUser ? "min-h-10" : "min-h-10 bg-inset"}
          value={content}
          onText={onContent}
        />
      )}
    </FieldFrame>
  );
}
