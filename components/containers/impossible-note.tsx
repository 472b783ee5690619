import { Ban } from "lucide-react";

import { Button } from "@/components/ui/button";

type ImpossibleNoteProps = {
  reason: string | null;
  /** What else would have to change; null: nothing can be done about it. */
  change: string | null;
  onTakeAnyway: () => void;
};

/** Says aloud why a cell is impossible, and offers the nearest image that has it. */
export function ImpossibleNote({ reason, change, onTakeAnyway }: ImpossibleNoteProps) {
  return (
    <div aria-live="polite">
      {reason ? (
        <div className="mt-2 flex animate-enter flex-wrap items-center gap-x-3 gap-y-2 rounded-control bg-inset px-3 py-2 text-sm">
          <Ban aria-hidden="true" className="size-4 shrink-0 text-muted" />
          <p className="min-w-0 flex-1 basis-64">{reason}</p>
          {change ? (
            <Button size="sm" onClick={onTakeAnyway}>
              {change}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
