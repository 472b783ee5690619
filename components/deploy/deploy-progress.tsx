"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { OperationFailed } from "@/components/operations/operation-failed";
import { OperationStages } from "@/components/operations/operation-stages";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { deployAgainLink } from "@/lib/deploy/deploy-again";
import type { DeploySummary } from "@/lib/deploy/view";
import { operationQueries } from "@/lib/operations/queries";
import type { OperationView } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

import { DeployedFacts } from "./deployed-facts";

type Props = {
  id: string;
  /** What is offered for the endpoint once it serves. */
  after: ReactNode;
};

/** How far a deploy is; it asks again by itself until there is nothing left to wait for. */
export function DeployProgress({ id, after }: Props) {
  const workspace = useWorkspace();
  const { data: operation } = useSuspenseQuery(operationQueries.detail(workspace.id, id));
  const summary = operation.summary as DeploySummary;
  const endpointPath = workspacePath(workspace.id, `/endpoints/${encodeURIComponent(summary.endpointName)}`);

  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {operation.status === "succeeded" ? (
        <Callout tone="good" title="The endpoint is in service.">
          <div className="mt-2 flex flex-wrap gap-2">
            <ButtonLink
              variant="primary"
              href={workspacePath(workspace.id, `/playground?endpoint=${encodeURIComponent(summary.endpointName)}`)}
            >
              Try it in the playground
            </ButtonLink>
            <ButtonLink href={endpointPath}>Open the endpoint</ButtonLink>
          </div>
        </Callout>
      ) : null}
      {operation.status === "removed" ? (
        <Callout tone="info" title="What this deploy made is gone.">
          <ButtonLink className="mt-2" href={workspacePath(workspace.id, deployAgainLink(summary))}>
            Deploy again
          </ButtonLink>
        </Callout>
      ) : null}
      {operation.status === "dismissed" ? (
        <Callout tone="info" title="This deploy failed and was left as it is.">
          <ButtonLink className="mt-2" href={workspacePath(workspace.id, deployAgainLink(summary))}>
            Deploy again
          </ButtonLink>
        </Callout>
      ) : null}
      {operation.status === "failed" ? (
        <Failure operation={operation} summary={summary} endpointPath={endpointPath} />
      ) : null}
      <Panel title={operation.intent === "remove" ? `Removing ${summary.endpointName}` : summary.endpointName}>
        <div aria-live="polite">
          <OperationStages operation={operation} label="Stages" last="In service" />
        </div>
      </Panel>
      {operation.status === "succeeded" ? after : null}
      <Panel title="What is made">
        <DeployedFacts summary={summary} />
      </Panel>
    </div>
  );
}

type FailureProps = {
  operation: OperationView;
  summary: DeploySummary;
  endpointPath: ReturnType<typeof workspacePath>;
};

function Failure({ operation, summary, endpointPath }: FailureProps) {
  const workspace = useWorkspace();
  const title = operation.intent === "remove" ? "It could not all be removed" : "The deploy failed";
  const hasEndpoint = operation.existing?.some((resource) => resource.kind === "endpoint");
  return (
    <OperationFailed operation={operation} title={title}>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {hasEndpoint ? (
          <a href={`${endpointPath}?tab=logs`} className="text-accent-text underline">
            The container's log
          </a>
        ) : null}
        <a href={workspacePath(workspace.id, deployAgainLink(summary))} className="text-accent-text underline">
          Change something and deploy again
        </a>
      </p>
    </OperationFailed>
  );
}
