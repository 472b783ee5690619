"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from "lucide-react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { actionLabel } from "@/lib/audit/action-labels";
import { activityQueries } from "@/lib/audit/queries";
import type { ActivityOutcome, ActivityRow } from "@/lib/audit/view";
import { cn } from "@/lib/cn";
import { workspacePath } from "@/lib/routes";

const SHOWN = 8;

/** The last changes, by whom and with which outcome. */
export function LatestActivity() {
  const { id } = useWorkspace();
  const { data } = useSuspenseInfiniteQuery(activityQueries.list(id, {}));
  const rows = data.pages[0]?.items.slice(0, SHOWN) ?? [];
  return (
    <Panel
      title="Latest activity"
      flush
      actions={
        <Link href={workspacePath(id, "/activity")} className="text-sm text-accent-text hover:underline">
          All activity
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p className="border-t border-border px-4 py-6 text-sm text-muted">
          Every change that somebody makes is listed here: who, what, when, with AWS's request ids.
        </p>
      ) : (
        <ul className="border-t border-border">
          {rows.map((row) => (
            <ActivityLine key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const OUTCOMES = {
  succeeded: { icon: CircleCheck, colour: "text-good", word: "Succeeded" },
  failed: { icon: CircleX, colour: "text-danger", word: "Failed" },
  running: { icon: LoaderCircle, colour: "text-working", word: "Running" },
  unknown: { icon: CircleDashed, colour: "text-idle", word: "Outcome unknown" },
} as const satisfies Record<ActivityOutcome, unknown>;

function ActivityLine({ row }: { row: ActivityRow }) {
  const { icon: Icon, colour, word } = OUTCOMES[row.outcome];
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-border px-4 py-1.5 text-sm last:border-b-0">
      <span className={cn("flex w-36 shrink-0 items-center gap-1.5", colour)}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        {word}
      </span>
      <span className="min-w-0 flex-1 basis-56 truncate" title={`${actionLabel(row.action)} ${row.target}`}>
        <span className="font-medium">{row.memberName}</span>{" "}
        <span className="text-muted">{actionLabel(row.action)}</span> <span className="font-mono">{row.target}</span>
      </span>
      <span className="text-muted">
        <RelativeTime at={row.at} />
      </span>
    </li>
  );
}
