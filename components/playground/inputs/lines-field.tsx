"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

import { Switch } from "@/components/ui/switch";
import { formatNumber, plural } from "@/lib/format/numbers";
import { linesOf } from "@/lib/inference/inputs/lines";

import { CsvLines } from "./csv-lines";
import { LimitedTextarea } from "./limited-textarea";

type Props = {
  label: string;
  /** The label while each line is an input of its own. */
  batchLabel: string;
  placeholder?: string;
  text: string;
  isBatch: boolean;
  onText: (text: string) => void;
  /** Absent: there is never more than one. */
  onBatch?: (isBatch: boolean) => void;
  /** Beside the label. */
  actions?: ReactNode;
  rows?: number;
  textareaRef?: ComponentProps<"textarea">["ref"];
};

/** A text for the model with its length; or several, one per line. */
export function LinesField({ label, batchLabel, text, isBatch, onText, onBatch, actions, rows = 5, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {isBatch ? batchLabel : label}
        </label>
        {isBatch ? <CsvLines onText={onText} /> : null}
        {actions}
      </div>
      <LimitedTextarea
        id={id}
        ref={rest.textareaRef}
        rows={rows}
        className={rows > 3 ? "min-h-32 text-lg" : "min-h-10 text-lg"}
        placeholder={rest.placeholder}
        value={text}
        onText={onText}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
        {onBatch ? (
          <Switch
            label={<span className="text-sm">Several, one per line</span>}
            checked={isBatch}
            onCheckedChange={onBatch}
          />
        ) : null}
        <span className="ml-auto tabular-nums">
          {isBatch ? `${plural(linesOf(text).length, "line")}, ` : ""}
          {formatNumber(text.length)} characters
        </span>
      </div>
    </div>
  );
}
