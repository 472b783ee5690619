"use client";

import { RotateCcw, Square } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import type { AssistantMessage as Answer } from "@/lib/inference/chat/conversation";
import { alternatives } from "@/lib/inference/chat/thread";

import { Reasoning } from "../results/text/reasoning";
import { AlternativesSwitch } from "./alternatives-switch";
import { AnswerFacts } from "./answer-facts";
import { FailedAnswer } from "./failed-answer";
import { Markdown } from "./markdown";
import { RawAnswer } from "./raw-answer";
import type { ChatHandle } from "./use-chat";
import { WaitingAnswer } from "./waiting-answer";

type Props = { message: Answer; chat: ChatHandle; endpointName: string; isStreamed: boolean };

/** What the model said, as it comes; what broke it off, how long it took, and what one can do with it. */
export function AssistantMessage({ message, chat, endpointName, isStreamed }: Props) {
  const isRunning = message.status === "running";
  return (
    <article aria-label="Model" aria-busy={isRunning} className="flex min-w-0 flex-col gap-2">
      {message.reasoning ? <Reasoning text={message.reasoning} isOpen={isRunning && !message.content} /> : null}
      {message.content ? <Markdown text={message.content} isOpen={isRunning} /> : null}
      {isRunning && !message.content && !message.reasoning ? <WaitingAnswer isStreamed={isStreamed} /> : null}
      {message.status === "done" && !message.content ? <p className="text-muted">The model said nothing.</p> : null}
      {message.status === "stopped" ? (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <Square aria-hidden="true" className="size-3 fill-current" />
          {message.content ? "Stopped here." : "Stopped before the first word."}
        </p>
      ) : null}
      {message.problem ? (
        <FailedAnswer
          problem={message.problem}
          isPartial={message.content !== ""}
          endpointName={endpointName}
          onRetry={chat.isRunning ? undefined : () => chat.regenerate(message)}
        />
      ) : null}
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        {isRunning ? null : (
          <span className="-ml-1 inline-flex items-center">
            <AlternativesSwitch
              message={message}
              all={alternatives(chat.conversation, message)}
              disabled={chat.isRunning}
              onChoose={chat.choose}
            />
            {message.content ? <CopyButton value={message.content} label="Copy the answer" /> : null}
            <IconButton
              size="sm"
              label="Answer again"
              disabled={chat.isRunning}
              onClick={() => chat.regenerate(message)}
            >
              <RotateCcw aria-hidden="true" />
            </IconButton>
            {message.raw ? <RawAnswer raw={message.raw} /> : null}
          </span>
        )}
        <AnswerFacts facts={message.facts} />
      </div>
    </article>
  );
}
