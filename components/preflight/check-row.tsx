import { ChevronRight, CircleCheck, CircleDashed, CircleHelp, CircleX, TriangleAlert } from "lucide-react";

import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { Check, Mend } from "@/lib/preflight/view";

const LOOKS = {
  fine: { icon: CircleCheck, word: "Fine", colour: "text-good" },
  warning: { icon: TriangleAlert, word: "Warning", colour: "text-warning" },
  "will-fail": { icon: CircleX, word: "Will fail", colour: "text-danger" },
  unseen: { icon: CircleHelp, word: "Not looked", colour: "text-muted" },
  looking: { icon: CircleDashed, word: "Looking", colour: "text-muted" },
} as const;

/** One check: its verdict as icon and word, the sentence, the button that mends it, and its evidence folded. */
export function CheckRow({ check, onMend }: { check: Check; onMend: (mend: Mend) => void }) {
  const { label, verdict, summary, evidence, mend } = check;
  const { icon: Icon, word, colour } = LOOKS[verdict];
  const isQuiet = verdict === "fine" || verdict === "unseen" || verdict === "looking";
  return (
    <li className="flex gap-2.5 px-4 py-2.5">
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", colour)} />
      <div className="min-w-0 flex-1 text-sm">
        <details className="group">
          <summary
            className={cn(
              "flex list-none items-baseline gap-1",
              evidence.length > 0 ? "cursor-pointer" : "pointer-events-none",
            )}
            tabIndex={evidence.length > 0 ? undefined : -1}
          >
            <span className="font-medium">{label}</span>
            <span className={cn("ml-auto shrink-0", colour)}>{word}</span>
            {evidence.length > 0 ? (
              <ChevronRight
                aria-hidden="true"
                className="size-3.5 shrink-0 self-center text-muted transition-transform group-open:rotate-90"
              />
            ) : null}
          </summary>
          <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
            {evidence.map(({ term, value }) => (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
        <p className={cn("break-words", isQuiet && "text-muted")}>{summary}</p>
        {mend ? (
          <Button size="sm" className="mt-1.5" onClick={() => onMend(mend)}>
            {mend.label}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
