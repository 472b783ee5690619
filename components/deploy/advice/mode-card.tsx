import { Ban, Info } from "lucide-react";
import { type ReactNode, useId } from "react";

import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { ModeAdvice } from "@/lib/deploy/advice/advise";
import { MODE_NAMES } from "@/lib/deploy/advice/names";
import { formatDate } from "@/lib/format/dates";
import { formatUsd } from "@/lib/format/money";

type ModeCardProps = {
  advice: ModeAdvice;
  callsPerDay: number;
  isCheapest: boolean;
  isChosen: boolean;
  /** The button or link that takes the mode; left out where it is impossible. */
  action: ReactNode;
};

/** One mode: why it cannot be, or what it costs in a month and what to be careful about. */
export function ModeCard({ advice, callsPerDay, isCheapest, isChosen, action }: ModeCardProps) {
  const { mode, obstacles, cautions } = advice;
  const isPossible = obstacles.length === 0;
  const headingId = useId();
  return (
    <li
      aria-labelledby={headingId}
      className={cn(
        "flex min-w-0 flex-col gap-2 rounded-control border p-3",
        isPossible ? "border-border-control" : "border-border bg-inset",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={headingId} className={cn("text-base font-medium", !isPossible && "text-muted line-through")}>
          {MODE_NAMES[mode]}
          {isPossible ? null : <span className="sr-only"> (not possible)</span>}
        </h3>
        <span className="flex gap-1.5">
          {isChosen ? <Badge tone="accent">Chosen</Badge> : null}
          {isCheapest ? <Badge tone="good">Lowest known price</Badge> : null}
        </span>
      </div>
      {isPossible ? (
        <>
          <Cost cost={advice.cost} callsPerDay={callsPerDay} />
          <Notes notes={cautions} icon={<Info aria-hidden="true" className="mt-0.5 size-3.5 text-muted" />} />
          <div className="mt-auto pt-1">{action}</div>
        </>
      ) : (
        <Notes notes={obstacles} icon={<Ban aria-hidden="true" className="mt-0.5 size-3.5 text-warning" />} />
      )}
    </li>
  );
}

function Cost({ cost, callsPerDay }: { cost: ModeAdvice["cost"]; callsPerDay: number }) {
  const { estimate, missing, billed } = cost;
  const amount = estimate ? `${formatUsd(estimate.usd(callsPerDay))} a month` : null;
  return (
    <div>
      <p className="text-lg font-semibold tabular-nums">{missing === null && amount ? amount : "Price unknown"}</p>
      <p className="text-sm text-muted">
        Billed: {billed}. {missing ? `${missing} is not known here.` : null}{" "}
        {missing && estimate ? `${amount} ${estimate.at}.` : null}{" "}
        {estimate ? `Price of ${formatDate(`${estimate.date}T12:00:00Z`)}.` : null}
      </p>
    </div>
  );
}

function Notes({ notes, icon }: { notes: string[]; icon: ReactNode }) {
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm text-muted">
      {notes.map((note) => (
        <li key={note} className="flex gap-1.5">
          <span className="shrink-0">{icon}</span>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
