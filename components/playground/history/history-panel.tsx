"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatTime } from "@/lib/format/dates";
import { formatDuration } from "@/lib/format/duration";
import { entryTitle, type HistoryEntry } from "@/lib/inference/history";

import { useHistory } from "./use-history";

type Props = { endpointName: string; onOpen: (entry: HistoryEntry) => void };

/** The calls to this endpoint in this tab; one click shows a call again, input and answer. */
export function HistoryPanel({ endpointName, onOpen }: Props) {
  const { id } = useWorkspace();
  const history = useHistory(id);
  const entries = history.entries.filter((entry) => entry.endpoint === endpointName);
  if (entries.length === 0) return null;
  return (
    <Panel
      title="Earlier in this tab"
      flush
      actions={
        <Button size="sm" variant="ghost" onClick={history.clear}>
          Clear
        </Button>
      }
    >
      <ul className="max-h-72 overflow-y-auto border-t border-border">
        {entries.map((entry) => (
          <li key={entry.id} className="border-b border-border last:border-b-0">
            <button
              type="button"
              onClick={() => onOpen(entry)}
              className="flex w-full items-center gap-3 px-4 py-2 text-left text-sm -outline-offset-2 transition-colors hover:bg-hover"
            >
              <span className="min-w-0 flex-1 truncate">{entryTitle(entry)}</span>
              {entry.problem ? (
                <StatusBadge tone="danger" label="Failed" />
              ) : (
                <span className="text-muted tabular-nums">
                  {entry.answer ? formatDuration(entry.answer.roundTripMs) : "answered"}
                </span>
              )}
              <span className="w-24 shrink-0 text-right text-muted max-sm:hidden">{formatTime(entry.at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
