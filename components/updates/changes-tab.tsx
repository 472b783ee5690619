"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import { updateQueries } from "@/lib/updates/queries";

import { CompareConfigs } from "./compare-configs";
import { ConfigList } from "./config-list";
import { ReturnDialog } from "./return-dialog";
import { RolloutPanel } from "./rollout-panel";
import { UpdateList } from "./update-list";

/** What an endpoint ran and runs: updates with their verdicts, every configuration, differences, and the way back. */
export function ChangesTab({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: history, error, refetch } = useQuery(updateQueries.history(id, name));
  if (error && !history) {
    return (
      <ErrorPanel title="The changes could not be read" problem={problemIn(error)} onRetry={() => void refetch()} />
    );
  }
  if (!history) return <Skeleton className="h-80 rounded-panel" />;
  const good = history.entries.find(({ configName }) => configName === history.lastGood);
  const current = history.entries.find(({ isCurrent }) => isCurrent);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-[68ch] text-base text-muted">
          SageMaker keeps no history of an endpoint. This one is put together from what this console saw and did, and
          from configurations that still exist and are named after the endpoint; what ran before and left no trace is
          missing.
        </p>
        <div className="flex flex-wrap gap-2">
          {good ? (
            <ReturnDialog name={name} to={good} current={current ?? null} label="Return to the last good one" isMain />
          ) : null}
          <ButtonLink href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}/update`)}>Update…</ButtonLink>
        </div>
      </div>
      <RolloutPanel name={name} />
      {good ? null : (
        <Callout title="There is no earlier configuration to return to">
          The console has seen none in service that still exists with its models.
        </Callout>
      )}
      <Panel title="Updates" description="Made through this console, newest first.">
        <UpdateList updates={history.updates} />
      </Panel>
      <Panel title="Configurations" description="Newest first.">
        <ConfigList name={name} entries={history.entries} />
      </Panel>
      {history.entries.length > 1 ? <CompareConfigs entries={history.entries} /> : null}
    </div>
  );
}
