import type { ComponentProps } from "react";

import { cn } from "@/lib/cn";

import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { label: string; size?: "sm" | "md" };

/** A button with only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, size = "md", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={cn(
          "inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors not-disabled:hover:bg-hover not-disabled:hover:text-foreground disabled:opacity-55 [&_svg]:size-4",
          size === "sm" ? "size-6" : "size-8 max-sm:size-9",
          className,
        )}
      />
    </Tooltip>
  );
}
