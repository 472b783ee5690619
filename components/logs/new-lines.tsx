"use client";

import { ArrowDown, ArrowUp } from "lucide-react";

import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { plural } from "@/lib/format/numbers";

import type { LogReader } from "./use-log-reader";

/** Over the list, where the newest lines are: how many came while the reader was elsewhere, and the way to them. */
export function NewLines({ reader }: { reader: LogReader }) {
  const { newLines, params } = reader;
  const isNewestFirst = params.order === "newest";
  const Icon = isNewestFirst ? ArrowUp : ArrowDown;
  return (
    <div
      role="status"
      className={cn(
        "pointer-events-none absolute inset-x-0 flex justify-center",
        isNewestFirst ? "top-2" : "bottom-14",
      )}
    >
      {newLines > 0 ? (
        <Button size="sm" variant="primary" className="pointer-events-auto shadow-overlay" onClick={reader.toNewest}>
          <Icon aria-hidden="true" />
          {plural(newLines, "new line")}
        </Button>
      ) : null}
    </div>
  );
}
