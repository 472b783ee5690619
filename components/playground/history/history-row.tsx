"use client";

import { ScrollText, X } from "lucide-react";
import type { MouseEvent } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Tooltip } from "@/components/ui/tooltip";
import { useNow } from "@/components/ui/use-now";
import { cn } from "@/lib/cn";
import { formatDateTime, formatDateTimeExact, formatRelative } from "@/lib/format/dates";
import { formatDuration } from "@/lib/format/duration";
import { endOf, requestLogPath } from "@/lib/logs/log-link";
import type { CallRow } from "@/lib/playground/view";
import { workspacePath } from "@/lib/routes";

type Props = {
  call: CallRow;
  isOpen: boolean;
  /** Where several endpoints stand in one list. */
  showEndpoint: boolean;
  /** Null: it belongs to another endpoint, whose page the link leads to. */
  onOpen: (() => void) | null;
  onDelete: () => void;
};

const SHOWN_WHEN_NEAR = "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-sm:opacity-100";

/** A call in one line: what was sent, how it went, when. */
export function HistoryRow({ call, isOpen, showEndpoint, onOpen, onDelete }: Props) {
  const now = useNow();
  const { id } = useWorkspace();
  const href = workspacePath(id, `/playground?${new URLSearchParams({ endpoint: call.endpoint, call: call.id })}`);

  function open(event: MouseEvent) {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  }
  return (
    <li
      className={cn(
        "group flex items-center border-b border-border pr-2 transition-colors last:border-b-0 hover:bg-hover",
        isOpen && "bg-accent-soft",
      )}
    >
      <Link
        href={href}
        data-call={call.id}
        aria-current={isOpen ? "true" : undefined}
        aria-keyshortcuts="Delete"
        onClick={open}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 py-2 pl-4 text-left text-sm -outline-offset-2"
      >
        <span className="min-w-0 flex-1 truncate max-sm:basis-full" title={call.title}>
          {call.title}
        </span>
        {showEndpoint ? (
          <span className="max-w-40 truncate font-mono text-xs text-muted" title={call.endpoint}>
            {call.endpoint}
          </span>
        ) : null}
        {call.problem ? (
          <StatusBadge tone="danger" label="Failed" />
        ) : (
          <span className="text-muted tabular-nums">
            {call.latencyMs === null ? "Answered" : formatDuration(call.latencyMs)}
          </span>
        )}
        <time
          dateTime={call.at}
          title={formatDateTimeExact(call.at)}
          className="w-26 shrink-0 text-right whitespace-nowrap text-muted max-sm:w-auto"
        >
          {now === null ? formatDateTime(call.at) : formatRelative(call.at, now)}
        </time>
      </Link>
      <LogLink call={call} className={cn("ml-1", SHOWN_WHEN_NEAR)} />
      <IconButton size="sm" label="Delete from history" onClick={onDelete} className={SHOWN_WHEN_NEAR}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** The way to what the container wrote during the call. */
function LogLink({ call, className }: { call: CallRow; className: string }) {
  const { id } = useWorkspace();
  const { endpoint, requestId, at, latencyMs } = call;
  const request = { endpoint, id: requestId, sentAt: at, endedAt: endOf(at, latencyMs) };
  const label = "Show log lines of this request";
  return (
    <Tooltip label={label}>
      <Link
        href={requestLogPath(id, request)}
        aria-label={label}
        className={cn(
          "inline-flex size-6 shrink-0 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-foreground",
          className,
        )}
      >
        <ScrollText aria-hidden="true" className="size-4" />
      </Link>
    </Tooltip>
  );
}
