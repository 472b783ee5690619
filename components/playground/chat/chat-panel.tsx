"use client";

import type { ReactNode } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import type { CallOptions } from "@/lib/inference/call-options";
import { DIALECTS, type Dialect } from "@/lib/inference/chat/dialect";
import { dialectTask } from "@/lib/inference/chat/dialect-task";
import type { Chat } from "@/lib/inference/chat/saved-chat";
import type { SnippetTarget } from "@/lib/inference/snippets";
import type { KeptCall } from "@/lib/playground/view";

import { ShownNote } from "../history/shown-note";
import { Announcer } from "./announcer";
import { ChatHead } from "./chat-head";
import { ChatSettings } from "./chat-settings";
import { Composer } from "./composer";
import { EmptyChat } from "./empty-chat";
import { MessageList } from "./message-list";
import { SystemPrompt } from "./system-prompt";
import { useChat } from "./use-chat";
import { useStickToEnd } from "./use-stick-to-end";

type Props = {
  target: SnippetTarget;
  dialect: Dialect;
  task: Task;
  onTask: (task: string) => void;
  /** Why nothing can be sent. */
  refusal: string | null;
  /** The fields for what is told to SageMaker beside each message, what is set there, and why it cannot be sent. */
  callOptions: ReactNode;
  options: CallOptions;
  optionError: string | null;
  /** A chat of the past, as it stood after a call. */
  shown: { call: KeptCall; chat: Chat } | null;
  /** Closes it. */
  onBack: () => void;
};

/** A conversation with an endpoint's model, with what is sent along beside it. */
export function ChatPanel({ target, dialect, task, onTask, refusal, shown, onBack, ...call }: Props) {
  const { endpointName } = target;
  const asked = dialectTask(task, dialect);
  const chat = useChat({ endpoint: endpointName, dialect, task: asked, options: call.options, shown });
  const { canStream, note } = DIALECTS[dialect];
  const scroll = useStickToEnd(chat.messages);

  function send(text: string) {
    chat.send(text);
    scroll.stick();
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <section
        aria-label="Chat"
        className="flex h-[calc(100dvh-20rem)] min-h-112 max-sm:h-[calc(100dvh-9rem)] min-w-0 flex-col rounded-panel border border-border bg-panel"
      >
        <ChatHead chat={chat} target={target} options={call.options} />
        {shown ? (
          <div className="border-b border-border px-4 py-2">
            <ShownNote
              call={shown.call}
              action={
                <Button size="sm" variant="ghost" onClick={onBack}>
                  Back to your chat
                </Button>
              }
            />
          </div>
        ) : null}
        {dialect === "conversational" ? null : (
          <SystemPrompt value={chat.system} disabled={refusal !== null} onChange={(system) => chat.set({ system })} />
        )}
        <MessageList
          chat={chat}
          endpointName={endpointName}
          isStreamed={canStream}
          scroll={scroll}
          empty={<EmptyChat note={note} isStreamed={canStream} disabled={refusal !== null} onSend={send} />}
        />
        <Announcer last={chat.messages.at(-1)} />
        <Composer
          refusal={refusal}
          reason={call.optionError}
          isRunning={chat.isRunning}
          onSend={send}
          onStop={chat.stop}
        />
      </section>
      <ChatSettings
        task={asked}
        onTask={onTask}
        dialect={dialect}
        parameters={chat.parameters}
        onParameters={(parameters) => chat.set({ parameters })}
        callOptions={call.callOptions}
      />
    </div>
  );
}
