import type { ReactNode } from "react";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

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

/** A number of a form that keeps numbers. */
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
  return (
    <Field label={label} help={help} error={error} required={!optional} className={className}>
      {(ids) => (
        <Input
          {...ids}
          {...rest}
          type="number"
          inputMode="decimal"
          value={value === null || Number.isNaN(value) ? "" : value}
          onChange={({ target }) =>
            onChange(target.value === "" ? (optional ? null : Number.NaN) : target.valueAsNumber)
          }
        />
      )}
    </Field>
  );
}
