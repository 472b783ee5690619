"use client";

import { Square } from "lucide-react";

import { Button } from "@/components/ui/button";
import type { AnswerProgress } from "@/lib/inference/chat/run-answer";
import type { InferenceRequest } from "@/lib/inference/request";
import { readSoFar } from "@/lib/inference/results/served-text";

import { AnswerFacts } from "./chat/answer-facts";
import { useStickToEnd } from "./chat/use-stick-to-end";
import { GeneratedText } from "./results/text/generated-text";
import { Reasoning } from "./results/text/reasoning";

type Props = {
  request: InferenceRequest;
  progress: AnswerProgress;
  /** Left out: nothing more is coming. */
  onStop?: () => void;
  isStopped?: boolean;
};

/** The text of an answer while it comes, and what there is of one that was stopped or broke off. */
export function StreamedAnswer({ request, progress, onStop, isStopped = false }: Props) {
  const { prompt, texts, reasoning } = readSoFar(request, progress);
  const { list, onScroll } = useStickToEnd(progress);
  const isOpen = onStop !== undefined;
  return (
    <div className="flex flex-col gap-3">
      {reasoning ? <Reasoning text={reasoning} isOpen={isOpen && progress.content === ""} /> : null}
      <section
        ref={list}
        onScroll={onScroll}
        aria-label="Answer so far"
        aria-busy={isOpen}
        // Told once it is whole, not piece by piece.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="max-h-120 overflow-y-auto -outline-offset-2"
      >
        <GeneratedText prompt={prompt} text={texts[0] ?? ""} isOpen={isOpen} />
      </section>
      {isStopped ? (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <Square aria-hidden="true" className="size-3 fill-current" />
          Stopped here.
        </p>
      ) : null}
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AnswerFacts facts={progress.facts} />
        {isOpen ? (
          <Button size="sm" onClick={onStop}>
            <Square aria-hidden="true" className="fill-current" />
            Stop
          </Button>
        ) : null}
      </div>
    </div>
  );
}
