"use client";

import { type ReactNode, useState } from "react";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type LiveNumberFieldProps = {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  value: number;
  isWhole?: boolean;
  onChange: (value: number) => void;
};

/** A number that takes effect when it is one; what is typed meanwhile stays. */
export function LiveNumberField({ label, help, error, value, isWhole = true, onChange }: LiveNumberFieldProps) {
  const [draft, setDraft] = useState<{ text: string; of: number } | null>(null);
  const text = draft && draft.of === value ? draft.text : String(value);
  const typed = Number(text);
  const isNumber = text.trim() !== "" && Number.isFinite(typed) && typed >= 0 && (!isWhole || Number.isInteger(typed));
  return (
    <Field
      label={label}
      help={help}
      required
      error={isNumber ? error : isWhole ? "Give a whole number." : "Give a number."}
    >
      {(ids) => (
        <Input
          {...ids}
          inputMode="decimal"
          value={text}
          onChange={(event) => {
            const next = event.target.value;
            const number = Number(next);
            const isGood =
              next.trim() !== "" && Number.isFinite(number) && number >= 0 && (!isWhole || Number.isInteger(number));
            setDraft({ text: next, of: isGood ? number : value });
            if (isGood && number !== value) onChange(number);
          }}
        />
      )}
    </Field>
  );
}
