"use client";

import { useId, useState } from "react";

import { FAMILY_LABELS } from "@/catalog/containers/labels";
import type { Option } from "@/catalog/containers/options";
import { cn } from "@/lib/cn";
import type { ChoiceGroup } from "@/lib/containers/choice-groups";

import { ChoiceChip } from "./choice-chip";
import { ImpossibleNote } from "./impossible-note";

type ChoiceGroupRowProps = {
  group: ChoiceGroup;
  onChoose: (value: string) => void;
  /** What would change when an impossible value were taken all the same; null: no image has it in reach. */
  wouldChange: (value: string) => string | null;
};

/** One dimension of the matrix as a group of native radios: arrows move, impossible cells explain themselves. */
export function ChoiceGroupRow({ group, onChoose, wouldChange }: ChoiceGroupRowProps) {
  const name = useId();
  const [asked, setAsked] = useState<Option | null>(null);
  const hasSummaries = group.dimension === "family";
  // A reason asked for under an older selection may be possible by now.
  const question = group.options.find((option) => option.value === asked?.value && option.disabled) ?? null;

  function pick(option: Option) {
    setAsked(option.disabled ? option : null);
    if (!option.disabled) onChoose(option.value);
  }

  function takeAnyway(value: string) {
    setAsked(null);
    onChoose(value);
  }

  const cells = (
    <div className={cn("gap-1.5", hasSummaries ? "grid grid-cols-2 md:grid-cols-3" : "flex flex-wrap")}>
      {group.options.map((option) => (
        <ChoiceChip
          key={option.value}
          option={option}
          name={name}
          isChosen={option.value === group.value}
          isMono={group.dimension.endsWith("Version") || group.dimension === "build"}
          summary={hasSummaries ? familySummary(option.value) : undefined}
          onPick={pick}
        />
      ))}
    </div>
  );

  return (
    <fieldset className="grid min-w-0 gap-x-4 gap-y-1.5 border-t border-border py-3 first:border-t-0 first:pt-0 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <legend className="contents">
        <span className="pt-1.5 text-sm font-medium sm:col-start-1">{group.legend}</span>
      </legend>
      <div className="min-w-0 sm:col-start-2">
        {group.notApplicable ? <FoldedGroup note={group.notApplicable}>{cells}</FoldedGroup> : cells}
        <ImpossibleNote
          reason={question?.reason ?? null}
          change={question ? wouldChange(question.value) : null}
          onTakeAnyway={() => question && takeAnyway(question.value)}
        />
      </div>
    </fieldset>
  );
}

function FoldedGroup({ note, children }: { note: string; children: React.ReactNode }) {
  return (
    <details>
      <summary className="py-1.5 text-sm text-muted">{note}. Show the versions of other families</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

function familySummary(value: string): string | undefined {
  return Object.entries(FAMILY_LABELS).find(([family]) => family === value)?.[1].summary;
}
