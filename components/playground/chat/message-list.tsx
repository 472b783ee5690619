"use client";

import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";

import { AssistantMessage } from "./assistant-message";
import type { ChatHandle } from "./use-chat";
import type { useStickToEnd } from "./use-stick-to-end";
import { UserMessage } from "./user-message";

type Props = {
  chat: ChatHandle;
  endpointName: string;
  isStreamed: boolean;
  scroll: ReturnType<typeof useStickToEnd>;
  /** Shown while nothing was said yet. */
  empty: ReactNode;
};

/** The conversation from its beginning; it follows what comes as long as one reads at its end. */
export function MessageList({ chat, endpointName, isStreamed, scroll, empty }: Props) {
  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroll.list}
        onScroll={scroll.onScroll}
        aria-label="Conversation"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain px-4 py-5 -outline-offset-2"
      >
        {chat.messages.length === 0 ? (
          empty
        ) : (
          <ol className="mx-auto flex max-w-[76ch] flex-col gap-6">
            {chat.messages.map((message) => (
              <li key={message.id}>
                {message.role === "user" ? (
                  <UserMessage message={message} chat={chat} />
                ) : (
                  <AssistantMessage message={message} chat={chat} endpointName={endpointName} isStreamed={isStreamed} />
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      {scroll.isAtEnd ? null : (
        <Button
          size="sm"
          onClick={scroll.stick}
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-overlay"
        >
          <ArrowDown aria-hidden="true" />
          Newest
        </Button>
      )}
    </div>
  );
}
