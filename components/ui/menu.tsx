"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Link } from "./link";

type MenuProps = {
  /** The button that opens it; give it a name. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "right";
  children: ReactNode;
  className?: string;
};

const ITEM =
  "flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-1 text-base outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-muted data-highlighted:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";

/** A list of actions behind a button. */
export function Menu({ trigger, align = "end", side = "bottom", children, className }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            className={cn(
              "max-h-(--available-height) min-w-44 overflow-y-auto rounded-panel border border-border bg-overlay p-1 shadow-overlay outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  disabled?: boolean;
  /** Why it is disabled; shown under the words. */
  reason?: string | undefined;
  tone?: "danger";
  children: ReactNode;
};

/** Does something. */
export function MenuItem({ onSelect, icon, disabled, reason, tone, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={cn(ITEM, tone === "danger" && "text-danger [&>svg]:text-danger")}
    >
      {icon}
      <span>
        {children}
        {reason ? <span className="block text-xs text-muted">{reason}</span> : null}
      </span>
    </Base.Item>
  );
}

/** Goes somewhere. */
export function MenuLink({
  href,
  icon,
  children,
}: {
  href: ComponentProps<typeof Link>["href"];
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={ITEM}>
      {icon}
      <span className="min-w-0">{children}</span>
    </Base.LinkItem>
  );
}

/** Turns one thing on or off and leaves the menu open. */
export function MenuCheckbox({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={ITEM}>
      <span className="inline-flex size-4">{checked ? <Check aria-hidden="true" className="size-4" /> : null}</span>
      {children}
    </Base.CheckboxItem>
  );
}

type MenuRadioProps<V extends string> = {
  label: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: ReactNode }[];
};

/** One choice out of a few. */
export function MenuRadio<V extends string>({ label, value, onChange, choices }: MenuRadioProps<V>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: V) => onChange(next)} aria-label={label}>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={ITEM}>
          <span className="inline-flex size-4">
            {choice.value === value ? <Check aria-hidden="true" className="size-4" /> : null}
          </span>
          {choice.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-border" />;
}

/** A heading or a few words inside a menu. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 text-xs text-muted">{children}</div>;
}
