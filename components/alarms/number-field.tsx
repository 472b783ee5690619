"use client";

import { useState } from "react";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  help?: string | undefined;
  error?: string | undefined;
  min?: number;
  step?: number | "any";
  className?: string;
};

/** A number that can be typed freely: what stands in the field is kept while it is being written. */
export function NumberField({ label, value, onChange, help, error, className, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field required label={label} help={help} error={error} className={className ?? ""}>
      {(ids) => (
        <Input
          {...ids}
          {...rest}
          type="number"
          className="tabular-nums"
          value={typed ?? (Number.isNaN(value) ? "" : value)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(event.target.value === "" ? Number.NaN : event.target.valueAsNumber);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
