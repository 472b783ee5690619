"use client";

import { useId, useState } from "react";

import { formatScore } from "@/lib/format/numbers";
import type { QuestionAnswers, SpanAnswer } from "@/lib/inference/results/question-answers";

import { Bar } from "../score-bars";
import { ScrollArea } from "../scroll-area";

const MAX_ALTERNATIVES = 20;
/** What is drawn around the answer of a long context. */
const AROUND = 2_000;

/** The answer in large, marked where it stands in the context; another one can be chosen from the alternatives. */
export function QuestionAnswersResult({ drawing: { context, answers } }: { drawing: QuestionAnswers }) {
  const [chosen, setChosen] = useState(0);
  const answer = answers[chosen];
  if (!answer) return null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 text-2xl font-semibold break-words">{answer.text || "No answer in this text"}</span>
          <span className="text-lg text-muted tabular-nums">{formatScore(answer.score)} sure</span>
        </p>
        <Bar share={answer.score} isStrong />
      </div>
      <Context context={context} answer={answer} />
      {answers.length > 1 ? <Alternatives answers={answers} chosen={chosen} onChosen={setChosen} /> : null}
    </div>
  );
}

function Context({ context, answer: { start, end } }: { context: string; answer: SpanAnswer }) {
  if (!context) return null;
  const isMarked = start >= 0 && end > start;
  const from = isMarked ? Math.max(0, start - AROUND) : 0;
  const to = Math.min(context.length, (isMarked ? end : 0) + AROUND);
  return (
    <ScrollArea className="max-h-80">
      <p className="leading-relaxed break-words whitespace-pre-wrap text-muted">
        {from > 0 ? "…" : null}
        {context.slice(from, isMarked ? start : to)}
        {isMarked ? (
          <mark className="rounded-sm border-b-2 border-accent bg-accent-soft px-0.5 font-medium text-foreground">
            {context.slice(start, end)}
          </mark>
        ) : null}
        {isMarked ? context.slice(end, to) : null}
        {to < context.length ? "…" : null}
      </p>
    </ScrollArea>
  );
}

type AlternativesProps = { answers: SpanAnswer[]; chosen: number; onChosen: (index: number) => void };

function Alternatives({ answers, chosen, onChosen }: AlternativesProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="pb-1 text-sm text-muted">Answers: choose one to see where it stands</legend>
      {answers.slice(0, MAX_ALTERNATIVES).map((answer, index) => (
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives of one answer, equal words are possible
          key={index}
          className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-control px-2 py-1.5 hover:bg-hover has-checked:bg-selected"
        >
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => onChosen(index)}
            className="size-4 accent-accent"
          />
          <span className="break-words">{answer.text || "No answer"}</span>
          <span className="text-sm text-muted tabular-nums">{formatScore(answer.score)}</span>
        </label>
      ))}
    </fieldset>
  );
}
