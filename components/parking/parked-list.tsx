"use client";

import { useQuery } from "@tanstack/react-query";
import { CirclePause } from "lucide-react";
import { useQueryState } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PlainHead } from "@/components/ui/plain-head";
import { Skeleton } from "@/components/ui/skeleton";
import { parkingQueries } from "@/lib/parking/queries";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { ParkedDetail } from "./parked-detail";
import { ParkedRow } from "./parked-row";

const HEADS = [
  { label: "Name" },
  { label: "State" },
  { label: "Ran" },
  { label: "Saves $/h", className: "text-right" },
  { label: "Parked" },
  { label: "Actions", isHidden: true },
];

/** The workspace's parked endpoints; the one that the address names is open. */
export function ParkedList() {
  const { id } = useWorkspace();
  const [shown, setShown] = useQueryState("id");
  const list = useQuery(parkingQueries.list(id));
  if (list.isPending) return <Skeleton className="h-56 rounded-panel" />;
  if (!list.data) {
    return (
      <ErrorPanel
        title="The parked endpoints could not be loaded"
        problem={problemIn(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (list.data.length === 0) return <NothingParked />;
  return (
    <>
      <div className="overflow-x-auto rounded-panel border border-border bg-panel">
        <table aria-label="Parked endpoints" className="w-full text-sm">
          <PlainHead cells={HEADS} className="max-sm:sr-only" />
          <tbody>
            {list.data.map((parked) => (
              <ParkedRow key={parked.id} parked={parked} onShow={() => void setShown(parked.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {shown ? <ParkedDetail id={shown} list={list.data} onClose={() => void setShown(null)} /> : null}
    </>
  );
}

function NothingParked() {
  const { id } = useWorkspace();
  return (
    <EmptyState
      icon={CirclePause}
      title="No endpoint is parked"
      action={<ButtonLink href={workspacePath(id, "/endpoints")}>All endpoints</ButtonLink>}
    >
      Park an endpoint that nobody needs for a while, from the menu of its page: it is deleted and costs nothing, and is
      made again from here as it was, with its scaling, alarms and tags.
    </EmptyState>
  );
}
