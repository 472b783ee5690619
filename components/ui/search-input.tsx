import { Search } from "lucide-react";
import type { ComponentProps } from "react";

import { cn } from "@/lib/cn";

import { Input } from "./input";

type SearchInputProps = Omit<ComponentProps<typeof Input>, "type" | "aria-label"> & {
  /** Its name; the placeholder only gives an example. */
  label: string;
};

/** Where a list is narrowed by words, known by its lens; `className` sizes it. */
export function SearchInput({ label, className, placeholder = "Search", ...rest }: SearchInputProps) {
  return (
    <div className={cn("relative", className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <Input type="search" aria-label={label} placeholder={placeholder} className="pl-8" {...rest} />
    </div>
  );
}
