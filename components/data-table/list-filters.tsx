"use client";

import { useId } from "react";

import { Input } from "@/components/ui/input";
import { SearchInput } from "@/components/ui/search-input";

/** Narrows a list by a part of the name; takes only what SageMaker's names can hold. */
export function NameFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <SearchInput
      label="Name contains"
      placeholder="Name contains"
      maxLength={63}
      className="w-60 max-sm:w-full"
      value={value}
      // Names hold nothing else, and SageMaker refuses a filter that does.
      onChange={(event) => onChange(event.target.value.replace(/[^a-zA-Z0-9-]/g, ""))}
    />
  );
}

type CreatedFilterProps = {
  after: string;
  before: string;
  onChange: (change: { createdAfter?: string; createdBefore?: string }) => void;
};

/** Narrows a list to what was created from a day to a day. */
export function CreatedFilter({ after, before, onChange }: CreatedFilterProps) {
  return (
    <fieldset
      aria-label="Created"
      className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-muted max-sm:w-full"
    >
      <Day label="Created from" value={after} max={before} onChange={(createdAfter) => onChange({ createdAfter })} />
      <Day
        label="to"
        name="Created until"
        value={before}
        min={after}
        onChange={(createdBefore) => onChange({ createdBefore })}
      />
    </fieldset>
  );
}

type DayProps = {
  label: string;
  name?: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
};

function Day({ label, name, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        aria-label={name}
        className="w-36 max-sm:w-auto max-sm:flex-1 max-sm:px-2 max-sm:text-sm"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
