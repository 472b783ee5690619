"use client";

import { type ReactNode, useState } from "react";

import { Field } from "./field";
import { Input } from "./input";

type NumberFieldProps = {
  label: ReactNode;
  value: number | null;
  /** NaN while what stands there is no number; null where nothing stands and `optional`. */
  onChange: (value: number | null) => void;
  optional?: boolean;
  help?: ReactNode;
  error?: string | undefined;
  min?: number;
  step?: number | "any";
  placeholder?: string;
  className?: string;
};

/** A number that can be typed freely: what stands in the field is kept while it is being written. */
export function NumberField({
  label,
  value,
  onChange,
  optional = false,
  help,
  error,
  className,
  ...rest
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} help={help} error={error} required={!optional} className={className}>
      {(ids) => (
        <Input
          {...ids}
          {...rest}
          type="number"
          inputMode="decimal"
          className="tabular-nums"
          value={typed ?? (value === null || Number.isNaN(value) ? "" : value)}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(target.value === "" ? (optional ? null : Number.NaN) : target.valueAsNumber);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
