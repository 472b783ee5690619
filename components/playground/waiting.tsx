"use client";

import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { useNow } from "@/components/ui/use-now";
import { MAX_ANSWER_MS } from "@/lib/inference/limits";

/** While the model works: for how long, out of the minute that SageMaker gives it. */
export function Waiting({ startedAt, onCancel }: { startedAt: number; onCancel: () => void }) {
  const now = useNow() ?? startedAt;
  const share = Math.min(1, Math.max(0, now - startedAt) / MAX_ANSWER_MS);
  return (
    <div className="flex min-h-32 flex-col items-center justify-center gap-3 text-muted">
      <p>
        The model is working… <Elapsed from={startedAt} /> of at most 60 s
      </p>
      <div
        role="progressbar"
        aria-label="Time used"
        aria-valuemin={0}
        aria-valuemax={60}
        aria-valuenow={Math.round(share * 60)}
        className="h-1 w-48 overflow-hidden rounded-full bg-hover"
      >
        <div
          className="h-full bg-accent transition-[width] duration-1000 ease-linear"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <Button size="sm" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
