"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";

import { OperationFailed } from "@/components/operations/operation-failed";
import { OperationStages } from "@/components/operations/operation-stages";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { operationQueries } from "@/lib/operations/queries";
import { isUnderWay } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";
import { updateQueries } from "@/lib/updates/queries";

import { DifferencesTable } from "./differences-table";
import { RolloutPanel } from "./rollout-panel";
import { VerdictPanel } from "./verdict-panel";

/** How far an update is, by stage and variant, and afterwards what became of it. */
export function UpdateProgress({ id }: { id: string }) {
  const workspace = useWorkspace();
  const { data: operation } = useSuspenseQuery(operationQueries.detail(workspace.id, id));
  const { data: update } = useQuery(updateQueries.record(workspace.id, id));
  const name = String(operation.summary.endpointName ?? "");
  const page = (tab: string) =>
    workspacePath(workspace.id, `/endpoints/${encodeURIComponent(name)}${tab}` as `/${string}`);
  const isRunning = isUnderWay(operation);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {update && !isRunning ? <VerdictPanel update={update} /> : null}
      {operation.status === "failed" ? (
        <OperationFailed operation={operation} title="The update did not go through" />
      ) : null}
      {operation.status === "removed" ? <Callout tone="info" title="What this update made is gone." /> : null}
      {operation.status === "dismissed" ? <Callout tone="info" title="This update was left as it is." /> : null}
      {isRunning ? <RolloutPanel name={name} /> : null}
      <Panel title={operation.intent === "remove" ? `Removing what was made for ${name}` : `Updating ${name}`}>
        <div aria-live="polite">
          <OperationStages operation={operation} label="Stages" last="Runs as asked" />
        </div>
      </Panel>
      {update ? (
        <Panel
          title="What was asked for"
          description={`${update.strategy}, from ${update.fromConfig} to ${update.toConfig}.`}
        >
          {update.differences.length > 0 ? (
            <DifferencesTable
              label="What was asked for"
              differences={update.differences}
              before="Ran before"
              after="Asked for"
            />
          ) : (
            <p className="text-base text-muted">The same again, started anew.</p>
          )}
        </Panel>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={page("")}>Open the endpoint</ButtonLink>
        <ButtonLink href={page("?tab=changes")}>All changes</ButtonLink>
      </div>
    </div>
  );
}
