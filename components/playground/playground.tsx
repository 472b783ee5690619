"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useState } from "react";

import { taskById } from "@/catalog/tasks/select";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { HistoryEntry } from "@/lib/inference/history";
import { buildRequest } from "@/lib/inference/request";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { problemIn } from "@/lib/problem-in";

import { AnswerPanel } from "./answer-panel";
import { HistoryPanel } from "./history/history-panel";
import { InputPanel } from "./input-panel";
import { invocationRefusal } from "./invocation-refusal";
import { PlaygroundSkeleton } from "./playground-skeleton";
import { useDraft } from "./use-draft";
import { useInvocation } from "./use-invocation";

/** Try an endpoint's model: a form for its task on one side, the answer drawn for people on the other. */
export function Playground({ target }: { target: SnippetTarget }) {
  const { id } = useWorkspace();
  const { endpointName } = target;
  const endpoint = useQuery(endpointQueries.detail(id, endpointName));
  const [chosenTask, chooseTask] = useQueryState("task", parseAsString);
  const task = taskById(chosenTask ?? endpoint.data?.task ?? "");
  const main = endpoint.data?.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  const { draft, change, restore } = useDraft(task, main?.container?.image ?? null);
  const invocation = useInvocation(endpointName);
  const [shown, setShown] = useState<HistoryEntry | null>(null);
  const request = useMemo(() => buildRequest(task, draft), [task, draft]);
  const roleRefusal = useRefusal("endpoint:invoke");

  if (endpoint.isPending) return <PlaygroundSkeleton />;
  if (endpoint.isError) {
    return <ErrorPanel problem={problemIn(endpoint.error)} onRetry={() => void endpoint.refetch()} />;
  }
  const refusal = roleRefusal ?? invocationRefusal(endpoint.data);

  function run() {
    if (!request.ok || refusal || invocation.isRunning) return;
    setShown(null);
    invocation.run({ request: request.request, task: task?.id ?? null });
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <InputPanel
        task={task}
        onTask={(next) => void chooseTask(next)}
        draft={draft}
        onDraft={change}
        request={request}
        refusal={refusal}
        onRun={run}
        isRunning={invocation.isRunning}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <AnswerPanel
          task={task}
          target={target}
          invocation={invocation}
          shown={shown}
          draft={request.ok ? request.request : null}
        />
        <HistoryPanel
          endpointName={endpointName}
          onOpen={(entry) => {
            restore(entry.body);
            setShown(entry);
          }}
        />
      </div>
    </div>
  );
}
