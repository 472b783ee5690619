"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { UserMessage as Said } from "@/lib/inference/chat/conversation";
import { alternatives } from "@/lib/inference/chat/thread";

import { AlternativesSwitch } from "./alternatives-switch";
import type { ChatHandle } from "./use-chat";

/** What a person said; it can be said again in other words. */
export function UserMessage({ message, chat }: { message: Said; chat: ChatHandle }) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <EditMessage message={message} onClose={() => setEditing(false)} onSend={(text) => chat.edit(message, text)} />
    );
  }
  return (
    <div className="group flex flex-col items-end gap-1">
      <h3 className="sr-only">You</h3>
      <p className="max-w-[85%] rounded-panel bg-accent-soft px-3 py-2 break-words whitespace-pre-wrap">
        {message.content}
      </p>
      <div className="flex items-center">
        <AlternativesSwitch
          message={message}
          all={alternatives(chat.conversation, message)}
          disabled={chat.isRunning}
          onChoose={chat.choose}
        />
        <CopyButton value={message.content} label="Copy your message" />
        <IconButton size="sm" label="Edit and send again" disabled={chat.isRunning} onClick={() => setEditing(true)}>
          <Pencil aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}

type EditProps = { message: Said; onClose: () => void; onSend: (text: string) => void };

function EditMessage({ message, onClose, onSend }: EditProps) {
  const [text, setText] = useState(message.content);
  return (
    <form
      aria-label="Edit the message"
      className="flex flex-col gap-2 rounded-panel bg-accent-soft p-3"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        onSend(text);
        onClose();
      }}
    >
      <Textarea
        aria-label="Your message"
        autoFocus
        value={text}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="flex-1 text-sm text-muted">The first wording and its answer stay.</span>
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="sm" variant="primary" disabled={!text.trim()}>
          Send
        </Button>
      </div>
    </form>
  );
}
