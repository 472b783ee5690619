"use client";

import { useId, useState } from "react";

import { formatScore } from "@/lib/format/numbers";
import { type Fill, type FilledMasks, fillSentence } from "@/lib/inference/results/filled-masks";

import { Bar } from "../score-bars";
import { ScrollArea } from "../scroll-area";

const MAX_WORDS = 50;

/** The whole sentence with a word in each mask; the words with their scores, to put another one in. */
export function FilledMasksResult({ drawing: { pieces, masks } }: { drawing: FilledMasks }) {
  const [chosen, setChosen] = useState<Record<number, number>>({});
  const fills = masks.map((words, at) => words[chosen[at] ?? 0]);
  return (
    <div className="flex flex-col gap-4">
      <ScrollArea className="max-h-60">
        <p className="text-lg break-words whitespace-pre-wrap">
          {pieces
            ? fillSentence(
                pieces,
                fills.map((fill) => fill?.word ?? ""),
              ).map(({ text, isFilled }, index) =>
                isFilled ? (
                  <mark
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
                    key={index}
                    className="rounded-sm border-b-2 border-accent bg-accent-soft px-1 font-medium text-foreground"
                  >
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )
            : fills[0]?.sequence}
        </p>
      </ScrollArea>
      <div className="grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
        {masks.map((words, at) => (
          <Words
            // biome-ignore lint/suspicious/noArrayIndexKey: masks keep their places in the sentence
            key={at}
            label={masks.length > 1 ? `Word ${at + 1}` : "Words for the mask"}
            words={words.slice(0, MAX_WORDS)}
            chosen={chosen[at] ?? 0}
            onChosen={(index) => setChosen({ ...chosen, [at]: index })}
          />
        ))}
      </div>
    </div>
  );
}

type WordsProps = { label: string; words: Fill[]; chosen: number; onChosen: (index: number) => void };

function Words({ label, words, chosen, onChosen }: WordsProps) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-sm text-muted">{label}</legend>
      {words.map(({ word, score }, index) => (
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: a sorted answer, equal words are possible
          key={index}
          className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1 rounded-control px-2 py-1.5 hover:bg-hover has-checked:bg-selected"
        >
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => onChosen(index)}
            className="size-4 accent-accent"
          />
          <span className="truncate">{word.trim() || "(space)"}</span>
          <span className="text-sm text-muted tabular-nums">{formatScore(score)}</span>
          <span aria-hidden="true" />
          <Bar share={score} isStrong={index === chosen} />
        </label>
      ))}
    </fieldset>
  );
}
