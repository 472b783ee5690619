"use client";

import { type KeyboardEvent, useState } from "react";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { filterCalls } from "@/lib/playground/call-row";
import type { CallRow } from "@/lib/playground/view";

import { ClearHistory } from "./clear-history";
import { HistoryRow } from "./history-row";
import { useHistory } from "./use-history";

type Props = {
  endpointName: string;
  openId: string | null;
  /** A call to this very endpoint; one to another is a link to its own playground. */
  onOpen: (call: CallRow) => void;
};

const SCOPES = [
  { value: "this", label: "This endpoint" },
  { value: "all", label: "All" },
] as const;

/** One's own calls, newest first; one click shows a call again, input and answer. */
export function HistoryPanel({ endpointName, openId, onOpen }: Props) {
  const history = useHistory();
  const [scope, setScope] = useState<"this" | "all">("this");
  const [search, setSearch] = useState("");
  const all = history.calls.data ?? [];
  if (all.length === 0) return null;
  const calls = filterCalls(all, scope === "this" ? endpointName : null, search);

  return (
    <Panel
      title="History"
      description={`Your latest ${all.length === 1 ? "call" : `${all.length} calls`}. Only you see them.`}
      flush
      actions={<ClearHistory count={all.length} onClear={history.clear} />}
    >
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3">
        <SearchInput
          label="Search the history"
          className="min-w-40 flex-1"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <SegmentedControl label="Which calls" value={scope} onChange={setScope} segments={SCOPES} />
      </div>
      {calls.length === 0 ? (
        <p role="status" className="border-t border-border px-4 py-3 text-sm text-muted">
          {search ? "No call has these words." : "You have not called this endpoint yet."}
        </p>
      ) : (
        <ul
          aria-label="Calls"
          className="max-h-80 overflow-y-auto border-t border-border"
          onKeyDown={(event) => moveOrDelete(event, history.remove)}
        >
          {calls.map((call) => (
            <HistoryRow
              key={call.id}
              call={call}
              isOpen={call.id === openId}
              showEndpoint={scope === "all"}
              onOpen={call.endpoint === endpointName ? () => onOpen(call) : null}
              onDelete={() => history.remove(call.id)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Up and down go from call to call, Delete takes the one away that has the focus. */
function moveOrDelete(event: KeyboardEvent<HTMLUListElement>, remove: (id: string) => void): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-call]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const id = rows[at]?.dataset.call;
  if (id === undefined) return;
  if (event.key === "ArrowDown") rows[at + 1]?.focus();
  else if (event.key === "ArrowUp") rows[at - 1]?.focus();
  else if (event.key === "Delete") {
    (rows[at + 1] ?? rows[at - 1])?.focus();
    remove(id);
  } else return;
  event.preventDefault();
}
