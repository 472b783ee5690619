"use client";

import { useSuspenseQuery } from "@tanstack/react-query";

import { OperationFailed } from "@/components/operations/operation-failed";
import { OperationStages } from "@/components/operations/operation-stages";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { Truncate } from "@/components/ui/truncate";
import type { HostingSummary } from "@/lib/deploy/hosting/view";
import { operationQueries } from "@/lib/operations/queries";
import { workspacePath } from "@/lib/routes";

/** How far the making of an endpoint for components is; it asks again by itself until there is nothing left to wait for. */
export function HostingProgress({ id }: { id: string }) {
  const workspace = useWorkspace();
  const { data: operation } = useSuspenseQuery(operationQueries.detail(workspace.id, id));
  const { endpointName, endpointConfigName, instanceType, instanceCount, managed } =
    operation.summary as HostingSummary;
  const components = workspacePath(workspace.id, `/endpoints/${encodeURIComponent(endpointName)}?tab=components`);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {operation.status === "succeeded" ? (
        <Callout tone="good" title="The endpoint is in service.">
          It answers once it has a component.
          <div className="mt-2">
            <ButtonLink variant="primary" href={components}>
              Add components
            </ButtonLink>
          </div>
        </Callout>
      ) : null}
      {operation.status === "removed" ? <Callout tone="info" title="What was made is gone." /> : null}
      {operation.status === "dismissed" ? <Callout tone="info" title="This failed and was left as it is." /> : null}
      {operation.status === "failed" ? (
        <OperationFailed
          operation={operation}
          title={operation.intent === "remove" ? "It could not all be removed" : "The endpoint could not be made"}
        />
      ) : null}
      <Panel title={operation.intent === "remove" ? `Removing ${endpointName}` : endpointName}>
        <div aria-live="polite">
          <OperationStages operation={operation} label="Stages" last="In service" />
        </div>
      </Panel>
      <Panel title="What is made">
        <DescriptionList
          items={[
            { term: "Hosts", value: "inference components" },
            {
              term: "Configuration",
              value: <Truncate text={endpointConfigName} copyLabel="Copy configuration name" />,
            },
            {
              term: "Runs",
              value: (
                <>
                  {instanceCount} × <span className="font-mono text-sm">{instanceType}</span>
                  {managed ? `, later ${managed.min} to ${managed.max}` : ""}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  );
}
