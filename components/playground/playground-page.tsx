"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { parseAsString, useQueryState, useQueryStates } from "nuqs";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Link } from "@/components/ui/link";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { EndpointPicker } from "./endpoint-picker";
import { useOpenedCall } from "./history/use-opened-call";
import { Playground } from "./playground";
import { PlaygroundSkeleton } from "./playground-skeleton";

/** The playground for whichever endpoint is picked; a link may name it. */
export function PlaygroundPage({ target }: { target: Omit<SnippetTarget, "endpointName"> }) {
  const { id } = useWorkspace();
  const [chosen, choose] = useQueryState("endpoint", parseAsString.withOptions({ history: "push" }));
  const [, setParams] = useQueryStates({
    task: parseAsString,
    call: parseAsString,
    example: parseAsString,
    compare: parseAsString,
    variant: parseAsString,
    component: parseAsString,
  });
  const opened = useOpenedCall();
  const list = useQuery({
    ...endpointQueries.list(id, { status: "InService", limit: 100 }),
    placeholderData: keepPreviousData,
  });

  // Task and model come by a call of their own, after the names: nobody waits for them.
  const rows = useQuery(endpointQueries.rows(id, list.data?.items ?? []));

  if (list.isPending || opened.isLoading) return <PlaygroundSkeleton />;
  if (list.isError) return <ErrorPanel problem={problemIn(list.error)} onRetry={() => void list.refetch()} />;
  const names = list.data.items.map((endpoint) => endpoint.name);
  const name = chosen ?? opened.call?.endpoint ?? (names.length === 1 ? names[0] : null);
  if (!name && names.length === 0) return <NothingToTry />;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <EndpointPicker
          names={names}
          rows={rows.data ?? []}
          hasMore={list.data.nextCursor !== null}
          value={name ?? null}
          onChange={(next) => {
            // What stands in the address beside it belonged to the endpoint before.
            void setParams({ task: null, call: null, example: null, compare: null, variant: null, component: null });
            void choose(next);
          }}
        />
        {name ? (
          <Link
            href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}`)}
            className="rounded-sm py-1.5 text-sm text-accent-text hover:underline"
          >
            About this endpoint
          </Link>
        ) : null}
      </div>
      {name ? (
        <Playground key={name} target={{ ...target, endpointName: name }} />
      ) : (
        <p className="text-muted">Pick an endpoint to try its model.</p>
      )}
    </div>
  );
}

function NothingToTry() {
  const { id } = useWorkspace();
  return (
    <EmptyState
      icon={Play}
      title="No model is running"
      action={
        <ButtonLink variant="primary" href={workspacePath(id, "/deploy")}>
          Deploy a model
        </ButtonLink>
      }
    >
      The playground tries models that are in service. Deploy one, and come back when it answers.
    </EmptyState>
  );
}
