"use client";

import { X } from "lucide-react";
import { useState } from "react";

import { Combobox } from "@/components/ui/combobox";
import type { SubjectKind } from "@/lib/dashboards/panels";
import { MAX_NAMES } from "@/lib/dashboards/schema";

import { useSubjectNames } from "./use-subject-names";

const NOUNS = { endpoints: "endpoint", training: "training job", transform: "transform job" } as const;

type Props = {
  kind: SubjectKind;
  /** Of which chart, for the names of the controls: `chart 2`. */
  place: string;
  names: readonly string[];
  onChange: (names: string[]) => void;
};

/** The endpoints or jobs of a chart: chosen by typing, taken off one by one. */
export function NamesPicker({ kind, place, names, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const { items, isPending, isError } = useSubjectNames(kind, typed);
  const noun = NOUNS[kind];
  const isFull = names.length >= MAX_NAMES;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      {names.length > 0 ? (
        <ul aria-label={`Shown in ${place}`} className="flex min-w-0 flex-wrap gap-1.5">
          {names.map((name) => (
            <li
              key={name}
              className="flex h-7 max-w-full items-center gap-1 rounded-full border border-border-control pr-1 pl-2.5 font-mono text-xs max-sm:h-8"
            >
              <span className="truncate">{name}</span>
              <button
                type="button"
                aria-label={`Take ${name} off ${place}`}
                onClick={() => onChange(names.filter((each) => each !== name))}
                className="inline-flex size-5 items-center justify-center rounded-full text-muted hover:bg-hover hover:text-foreground max-sm:size-6"
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox
        // Chosen names stay above: the field is for the next one.
        key={names.join()}
        aria-label={`Add to ${place}`}
        className="w-60 max-sm:w-full"
        items={items
          .filter(({ name }) => !names.includes(name))
          .map(({ name, status }) => ({ value: name, label: name, description: status }))}
        value={null}
        onChange={(name) => name && onChange([...names, name])}
        onTyped={setTyped}
        disabled={isFull}
        placeholder={isFull ? `${MAX_NAMES} are as many as fit` : `Add ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`}
        empty={isPending ? "Looking…" : isError ? "They could not be listed." : `No other ${noun} matches.`}
      />
    </div>
  );
}
