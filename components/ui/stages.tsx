import { Check, CircleDashed, LoaderCircle, Minus, X } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn";

import { Elapsed } from "./elapsed";

export type Stage = {
  id: string;
  label: ReactNode;
  state: "waiting" | "working" | "done" | "failed" | "skipped";
  startedAt?: string | null;
  endedAt?: string | null;
  /** What it made, or why it failed. */
  detail?: ReactNode;
};

const LOOKS = {
  waiting: { icon: CircleDashed, word: "Waiting", colour: "text-muted" },
  working: { icon: LoaderCircle, word: "Working", colour: "text-working" },
  done: { icon: Check, word: "Done", colour: "text-good" },
  failed: { icon: X, word: "Failed", colour: "text-danger" },
  skipped: { icon: Minus, word: "Skipped", colour: "text-muted" },
} as const;

/** Long work as a list of steps, each with its state in words and the time it took. */
export function Stages({ label, stages }: { label: string; stages: readonly Stage[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {stages.map((stage) => (
        <StageRow key={stage.id} stage={stage} />
      ))}
    </ol>
  );
}

function StageRow({ stage }: { stage: Stage }) {
  const { icon: Icon, word, colour } = LOOKS[stage.state];
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden="true" className="absolute top-5 bottom-0 left-2 w-px bg-border group-last:hidden" />
      <Icon
        aria-hidden="true"
        className={cn(
          "mt-0.5 size-4 shrink-0",
          colour,
          stage.state === "working" && "animate-[spin_2.4s_linear_infinite]",
        )}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className={cn("font-medium", stage.state === "waiting" && "font-normal text-muted")}>
            {stage.label}
          </span>
          <span className={cn("text-sm", colour)}>
            {word}
            {stage.startedAt ? (
              <>
                {" · "}
                <Elapsed from={stage.startedAt} to={stage.endedAt ?? null} />
              </>
            ) : null}
          </span>
        </p>
        {stage.detail ? <div className="mt-0.5 text-sm break-words text-muted">{stage.detail}</div> : null}
      </div>
    </li>
  );
}
