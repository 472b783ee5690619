"use client";

import { type ReactNode, useState } from "react";

import { SegmentedControl } from "@/components/ui/segmented-control";

const MAX_SEGMENTS = 16;

/** One of several alternatives at a time, with numbers to switch between them; a single one stands alone. */
export function Alternatives({ count, children }: { count: number; children: (at: number) => ReactNode }) {
  const [chosen, setChosen] = useState("0");
  if (count <= 1) return <>{children(0)}</>;
  const segments = Array.from({ length: Math.min(count, MAX_SEGMENTS) }, (_, at) => ({
    value: String(at),
    label: String(at + 1),
  }));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <span aria-hidden="true" className="text-sm text-muted">
          Alternative
        </span>
        <SegmentedControl label="Alternative" value={chosen} onChange={setChosen} segments={segments} />
      </div>
      {children(Number(chosen))}
    </div>
  );
}
