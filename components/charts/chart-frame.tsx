"use client";

import { type ReactNode, useState } from "react";

import { Button } from "@/components/ui/button";

/** A chart under its title that can be read as a table of the same points. */
export function ChartFrame({ title, chart, table }: { title: string; chart: ReactNode; table: ReactNode }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-3 pb-1">
        <span className="min-w-0 font-medium break-words">{title}</span>
        <Button size="sm" variant="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show as chart" : "Show as table"}
        </Button>
      </figcaption>
      {asTable ? table : chart}
    </figure>
  );
}
