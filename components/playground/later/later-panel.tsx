"use client";

import { useQuery } from "@tanstack/react-query";

import type { Task } from "@/catalog/tasks/schema";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Elapsed } from "@/components/ui/elapsed";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { problemInTime } from "@/lib/async/problem-in-time";
import { asyncQueries } from "@/lib/async/queries";
import { type AsyncDetail, isOpen } from "@/lib/async/request-view";
import type { InferenceRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { InvocationError } from "../invocation-error";
import { ResultView } from "../results/result-view";
import type { useSendLater } from "./use-send-later";

type LaterPanelProps = { task: Task | null; later: ReturnType<typeof useSendLater> };

/** What has come of a request that waits in a queue, and the way to it in the inbox. */
export function LaterPanel({ task, later }: LaterPanelProps) {
  const { id } = useWorkspace();
  const { sent, problem, isSending } = later;
  return (
    <Panel
      title="Answer"
      description="This endpoint takes requests into a queue and writes their answers into S3."
      actions={
        sent ? (
          <ButtonLink size="sm" href={workspacePath(id, `/async?request=${sent.id}`)}>
            Open in the inbox
          </ButtonLink>
        ) : null
      }
    >
      <div aria-live="polite" className="flex min-h-32 flex-col justify-center gap-4">
        {problem ? (
          <ErrorPanel title="The request was not sent" problem={problem} />
        ) : isSending ? (
          <p className="text-center text-muted">Sending…</p>
        ) : sent ? (
          <SentRequest key={sent.id} id={sent.id} request={sent.request} task={task} />
        ) : (
          <p className="text-center text-balance text-muted">
            What you send waits until an instance takes it. Its answer appears here and stays in the inbox.
          </p>
        )}
      </div>
    </Panel>
  );
}

function SentRequest({ id, request, task }: { id: string; request: InferenceRequest; task: Task | null }) {
  const workspace = useWorkspace();
  const detail = useQuery(asyncQueries.detail(workspace.id, id));
  if (detail.isError) return <ErrorPanel problem={problemIn(detail.error)} onRetry={() => void detail.refetch()} />;
  if (!detail.data || isOpen(detail.data.state)) {
    return (
      <p className="text-center text-balance text-muted">
        Sent. It waits for its answer{detail.data ? <Waited since={detail.data.at} /> : null}. You can leave this page.
      </p>
    );
  }
  return <EndedRequest detail={detail.data} request={request} task={task} />;
}

function Waited({ since }: { since: string }) {
  return (
    <>
      {" "}
      for <Elapsed from={since} />
    </>
  );
}

type EndedRequestProps = { detail: AsyncDetail; request: InferenceRequest; task: Task | null };

function EndedRequest({ detail, request, task }: EndedRequestProps) {
  const problem = problemInTime(detail);
  if (problem) return <InvocationError problem={problem} endpointName={detail.endpoint} request={request} />;
  const text = detail.answer?.text ?? null;
  if (text === null) {
    return <p className="text-muted">The answer is too large to show, or no text. The inbox has its address in S3.</p>;
  }
  return <ResultView result={readResult(task, request, text)} />;
}
