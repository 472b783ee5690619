"use client";

import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { useNow } from "@/components/ui/use-now";
import { MAX_ANSWER_MS, MAX_STREAM_MS } from "@/lib/inference/limits";

type Props = {
  startedAt: number;
  /** The answer comes piece by piece. */
  isStream?: boolean;
  /** What else the time may go into. */
  note?: string | null;
  onCancel: () => void;
};

/** While the model works: for how long, out of the minutes that SageMaker gives it. */
export function Waiting({ startedAt, isStream = false, note = null, onCancel }: Props) {
  const now = useNow() ?? startedAt;
  const maxMs = isStream ? MAX_STREAM_MS : MAX_ANSWER_MS;
  const share = Math.min(1, Math.max(0, now - startedAt) / maxMs);
  return (
    <div className="flex min-h-32 flex-col items-center justify-center gap-3 text-muted">
      <p>
        The model is working… <Elapsed from={startedAt} /> of at most {isStream ? "8 min" : "60 s"}
      </p>
      <div
        role="progressbar"
        aria-label="Time used"
        aria-valuemin={0}
        aria-valuemax={maxMs / 1000}
        aria-valuenow={Math.round((share * maxMs) / 1000)}
        className="h-1 w-48 overflow-hidden rounded-full bg-hover"
      >
        <div
          className="h-full bg-accent transition-[width] duration-1000 ease-linear"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {note ? <p className="text-center text-sm text-balance">{note}</p> : null}
      <Button size="sm" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
