"use client";

import { useState } from "react";

import { Input } from "@/components/ui/input";
import { parseParameter } from "@/lib/inference/parameters";

import type { ControlProps } from "./parameter-control";
import { whenNotSent } from "./parameter-names";

/** A number to type, and to slide where its range is known. */
export function NumberControl({ id, label, parameter, value, onChange, describedBy, isInvalid }: ControlProps) {
  // Kept as text, so that `0.` on the way to `0.5` is not taken away.
  const [typed, setTyped] = useState(typeof value === "number" ? String(value) : "");
  const shown = typeof value === "number" ? String(value) : "";
  const isSame = JSON.stringify(parseParameter(parameter, typed)) === JSON.stringify(value);
  const range = { min: parameter.min ?? undefined, max: parameter.max ?? undefined };
  const step = parameter.step ?? (parameter.type === "integer" ? 1 : "any");
  const start = typeof parameter.default === "number" ? parameter.default : (parameter.min ?? 0);
  const hasRange = parameter.min !== null && parameter.max !== null;
  return (
    <div className="flex items-center gap-3">
      {hasRange ? (
        <input
          {...range}
          type="range"
          step={step}
          aria-label={`${label}, by sliding`}
          value={typeof value === "number" ? value : start}
          onChange={(event) => onChange(Number(event.target.value))}
          className={value === undefined ? "min-w-0 flex-1 accent-muted" : "min-w-0 flex-1 accent-accent"}
        />
      ) : null}
      <Input
        {...range}
        id={id}
        type="number"
        inputMode="decimal"
        step={step}
        placeholder={typeof parameter.default === "number" ? String(parameter.default) : whenNotSent(parameter)}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        className={hasRange ? "w-24 shrink-0" : undefined}
        // A value that came from elsewhere (the slider, history, a link) wins over what was typed before.
        value={isSame ? typed : shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseParameter(parameter, event.target.value));
        }}
      />
    </div>
  );
}
