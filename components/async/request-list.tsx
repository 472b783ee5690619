"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { toast } from "sonner";
import { useWorkspace } from "@/components/shell/workspace-context";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { PlainHead } from "@/components/ui/plain-head";
import { RelativeTime } from "@/components/ui/relative-time";
import { unwrap } from "@/lib/actions/unwrap";
import { forgetAsyncRequestsAction } from "@/lib/async/actions";
import { asyncKeys } from "@/lib/async/queries";
import type { AsyncRow } from "@/lib/async/request-view";
import { cn } from "@/lib/cn";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { AsyncStatus } from "./async-status";

type Props = { rows: AsyncRow[]; openId: string | null; onOpen: (id: string) => void };

/** What phones leave out stands in a second line there. */
const HEADS = [
  { label: "Request" },
  { label: "State" },
  { label: "Endpoint", className: "max-sm:hidden" },
  { label: "By", className: "max-sm:hidden" },
  { label: "Sent", className: "max-sm:hidden" },
  { label: "Delete", isHidden: true, className: "w-10 px-0" },
];

/** The requests of a page, newest first. */
export function RequestList({ rows, openId, onOpen }: Props) {
  return (
    <div className="overflow-x-auto rounded-panel border border-border bg-panel">
      <table aria-label="Requests" className="w-full text-sm">
        <PlainHead cells={HEADS} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isOpen={row.id === openId} onOpen={() => onOpen(row.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, isOpen, onOpen }: { row: AsyncRow; isOpen: boolean; onOpen: () => void }) {
  const { id: workspace } = useWorkspace();
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: () => forgetAsyncRequestsAction(workspace, { ids: [row.id] }).then(unwrap),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: asyncKeys.all(workspace) }),
    onError: (error) => toast.error("It could not be deleted", { description: problemIn(error).message }),
  });
  return (
    <tr className={cn("border-b border-border last:border-b-0 hover:bg-hover", isOpen && "bg-accent-soft")}>
      <td className="max-w-72 min-w-40 truncate px-3 py-2 max-sm:w-full max-sm:max-w-0">
        <Link
          href={workspacePath(workspace, `/async?request=${row.id}`)}
          aria-current={isOpen ? "true" : undefined}
          title={row.title}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen();
          }}
          // A line of its own: a link within text would have to be told apart by more than its colour.
          className="block truncate text-accent-text hover:underline"
        >
          {row.title}
        </Link>
        <span className="block truncate text-xs text-muted sm:hidden">
          <RelativeTime at={row.at} /> to {row.endpoint}
        </span>
      </td>
      <td className="px-3 py-2" title={row.problem ?? undefined}>
        <AsyncStatus state={row.state} />
      </td>
      <td className="max-w-48 truncate px-3 py-2 font-mono text-xs max-sm:hidden" title={row.endpoint}>
        {row.endpoint}
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-sm:hidden">{row.memberName}</td>
      <td className="px-3 py-2 whitespace-nowrap text-muted max-sm:hidden">
        <RelativeTime at={row.at} />
      </td>
      <td className="px-1">
        <IconButton
          size="sm"
          label={`Delete ${row.title} from the list`}
          disabled={removal.isPending}
          onClick={() => removal.mutate()}
        >
          <X aria-hidden="true" />
        </IconButton>
      </td>
    </tr>
  );
}
