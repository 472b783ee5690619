"use client";

import { useState } from "react";

import { Elapsed } from "@/components/ui/elapsed";

/** Before the first text: that the model works, for how long, and whether one may expect pieces. */
export function WaitingAnswer({ isStreamed }: { isStreamed: boolean }) {
  const [startedAt] = useState(() => Date.now());
  return (
    <p className="text-muted">
      The model is working… <Elapsed from={startedAt} />
      {isStreamed ? null : <span className="block text-sm">This container answers in one piece.</span>}
    </p>
  );
}
