"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

import type { FieldIds } from "./field";
import { controlStyles } from "./input";

export type ComboboxItem = {
  value: string;
  label: string;
  description?: ReactNode;
  disabled?: boolean;
  /** Why it cannot be chosen; shown under the label. */
  reason?: string | undefined;
};

type ComboboxProps = Partial<FieldIds> & {
  items: readonly ComboboxItem[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Told what is typed, where the choices are searched for elsewhere. */
  onTyped?: (text: string) => void;
  placeholder?: string;
  /** Shown when nothing matches. */
  empty?: ReactNode;
  disabled?: boolean;
  className?: string;
};

/** One choice out of many, found by typing. For up to about ten fixed choices use `Select`. */
export function Combobox(props: ComboboxProps) {
  const { items, value, onChange, onTyped, placeholder, empty, disabled, className, ...ids } = props;
  const chosen = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root
      items={items}
      value={chosen}
      onInputValueChange={onTyped}
      onValueChange={(item: ComboboxItem | null) => onChange(item?.value ?? null)}
      isItemEqualToValue={(a, b) => a?.value === b?.value}
      disabled={disabled}
      autoHighlight
    >
      <Base.InputGroup className={cn("relative", className)}>
        <Base.Input {...ids} placeholder={placeholder} className={cn(controlStyles, "h-8 pr-8 max-sm:h-10")} />
        <Base.Trigger
          aria-label="Show choices"
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted"
        >
          <ChevronDown aria-hidden="true" className="size-4" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="max-h-80 w-(--anchor-width) max-w-(--available-width) overflow-y-auto rounded-panel border border-border bg-overlay p-1 shadow-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.Empty className="px-2 py-1.5 text-sm text-muted empty:p-0">{empty ?? "Nothing matches."}</Base.Empty>
            <Base.List>{(item: ComboboxItem) => <ComboboxOption key={item.value} item={item} />}</Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function ComboboxOption({ item }: { item: ComboboxItem }) {
  return (
    <Base.Item
      value={item}
      disabled={item.disabled}
      className="grid cursor-pointer grid-cols-[1rem_1fr] items-start gap-2 rounded-sm px-2 py-1.5 text-base data-disabled:cursor-not-allowed data-disabled:text-muted data-highlighted:bg-hover"
    >
      <Base.ItemIndicator className="mt-0.5">
        <Check aria-hidden="true" className="size-4 text-accent-text" />
      </Base.ItemIndicator>
      <span className="col-start-2 min-w-0">
        <span className="block break-words">{item.label}</span>
        {item.description ? <span className="block text-sm text-muted">{item.description}</span> : null}
        {item.reason ? <span className="block text-sm text-warning">{item.reason}</span> : null}
      </span>
    </Base.Item>
  );
}
