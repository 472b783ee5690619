"use client";

import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";

import { controlStyles } from "@/components/ui/input";
import { cn } from "@/lib/cn";
import { toLabels } from "@/lib/inference/inputs/labels";

type Props = {
  /** What the list is of, for screen readers. */
  label: string;
  id?: string;
  "aria-describedby"?: string | undefined;
  placeholder?: string | undefined;
  /** What one chip is called when it is taken away or refused: "label". */
  noun: string;
  values: readonly string[];
  onValues: (values: string[]) => void;
};

/**
 * A list of short texts as chips. Enter or a comma makes one, a pasted list makes many, Backspace in the empty field
 * takes the last one back for editing.
 */
export function ChipsControl({ label, placeholder, noun, values, onValues, ...ids }: Props) {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);

  function add(texts: string[]) {
    const fresh = [...new Set(texts)].filter((text) => !values.includes(text));
    setTyped("");
    if (fresh.length === 0) return setSaid(texts.length > 0 ? `${texts.join(", ")} is there already.` : "");
    setSaid(`Added ${fresh.join(", ")}.`);
    onValues([...values, ...fresh]);
  }

  function remove(at: number) {
    setSaid(`Removed ${values[at]}.`);
    onValues(values.filter((_, index) => index !== at));
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !isCommand) {
      // Never sends the form: Enter finishes a chip, and does nothing without one.
      event.preventDefault();
      add(toLabels(typed));
    } else if (event.key === "Backspace" && typed === "" && values.length > 0) {
      event.preventDefault();
      setTyped(values.at(-1) ?? "");
      remove(values.length - 1);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData("text");
    if (!/[,;\t\n]/.test(pasted)) return;
    event.preventDefault();
    add(toLabels(typed + pasted));
  }

  return (
    <div
      className={cn(
        controlStyles,
        "flex flex-wrap items-center gap-1.5 py-1 has-[input:disabled]:bg-inset has-[input:focus-visible]:border-ring has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-ring",
      )}
    >
      <ul aria-label={label} className="contents">
        {values.map((value, at) => (
          <Chip key={value} value={value} noun={noun} onRemove={() => remove(at)} />
        ))}
      </ul>
      <input
        {...ids}
        ref={input}
        value={typed}
        placeholder={values.length === 0 ? placeholder : `Add another ${noun}`}
        onChange={(event) => {
          if (event.target.value.endsWith(",")) add(toLabels(event.target.value));
          else setTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(toLabels(typed))}
        className="h-6 min-w-28 flex-1 bg-transparent outline-none max-sm:h-8"
      />
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

function Chip({ value, noun, onRemove }: { value: string; noun: string; onRemove: () => void }) {
  return (
    <li className="inline-flex h-6 max-w-full items-center rounded-sm bg-accent-soft pl-2 text-sm text-accent-text max-sm:h-8">
      <span className="truncate">{value}</span>
      <button
        type="button"
        aria-label={`Remove ${noun} ${value}`}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-hover max-sm:size-8"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
