"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { operationQueries } from "@/lib/operations/queries";
import type { OperationStatus } from "@/lib/operations/view";

import { OperationEnd } from "./operation-end";
import { OperationFailed } from "./operation-failed";
import { OperationStages } from "./operation-stages";

const TITLES: Record<string, string> = {
  "delete-endpoint": "Deleting",
  "save-alarms": "Saving",
  transform: "Creating",
  "change-scaling": "Changing the scaling of",
  "park-endpoint": "Parking",
  "restore-endpoint": "Restoring",
  "split-traffic": "Changing the traffic of",
};
const ENDED: Partial<Record<OperationStatus, { tone: "good" | "info"; title: string }>> = {
  succeeded: { tone: "good", title: "Done." },
  removed: { tone: "info", title: "What it made is removed." },
  dismissed: { tone: "info", title: "This was left as it is." },
};

type Props = {
  id: string;
  /** What is shown instead for kinds of operation that have a page of their own. */
  kinds: Record<string, ReactNode>;
};

/** How far an operation is; it asks again by itself until there is nothing left to wait for. */
export function OperationProgress({ id, kinds }: Props) {
  const workspace = useWorkspace();
  const { data: operation } = useSuspenseQuery(operationQueries.detail(workspace.id, id));
  const own = kinds[operation.kind];
  if (own) return own;
  const ended = ENDED[operation.status];
  const title = `${TITLES[operation.kind] ?? "Working on"} ${operation.target}`;
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {ended ? (
        <Callout tone={ended.tone} title={ended.title}>
          <OperationEnd operation={operation} />
        </Callout>
      ) : null}
      {operation.status === "failed" ? (
        <OperationFailed operation={operation} title="It could not all be done" />
      ) : null}
      <Panel title={title}>
        <div aria-live="polite">
          <OperationStages operation={operation} label="Stages" />
        </div>
      </Panel>
    </div>
  );
}
