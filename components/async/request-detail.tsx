"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { toast } from "sonner";
import { taskById } from "@/catalog/tasks/select";
import { InvocationError } from "@/components/playground/invocation-error";
import { JsonBlock } from "@/components/playground/results/json-block";
import { ResultView } from "@/components/playground/results/result-view";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Truncate } from "@/components/ui/truncate";
import { unwrap } from "@/lib/actions/unwrap";
import { resendAsyncRequestAction } from "@/lib/async/actions";
import { problemInTime } from "@/lib/async/problem-in-time";
import { asyncKeys, asyncQueries } from "@/lib/async/queries";
import { type AsyncDetail, isOpen } from "@/lib/async/request-view";
import { newRequestId } from "@/lib/deploy/request-id";
import { readResult } from "@/lib/inference/results/result";
import { type LoggedRequest, requestLogPath } from "@/lib/logs/log-link";
import { sentRequest } from "@/lib/playground/reopen";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { AsyncStatus } from "./async-status";

type Props = { id: string; onResent: (id: string) => void };

/** One request: what was sent, where everything lies, and its answer drawn as the playground draws it. */
export function RequestDetail({ id, onResent }: Props) {
  const workspace = useWorkspace();
  const detail = useQuery(asyncQueries.detail(workspace.id, id));
  if (detail.isPending) return <Skeleton className="h-40" />;
  if (detail.isError) {
    return (
      <ErrorPanel
        title="This request cannot be shown"
        problem={problemIn(detail.error)}
        onRetry={() => void detail.refetch()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Facts request={detail.data} />
      <div aria-live="polite">
        <AsyncAnswer request={detail.data} />
      </div>
      <Resend id={id} onResent={onResent} />
    </div>
  );
}

function Facts({ request }: { request: AsyncDetail }) {
  const { id } = useWorkspace();
  return (
    <DescriptionList
      items={[
        { term: "State", value: <AsyncStatus state={request.state} /> },
        {
          term: "Endpoint",
          value: (
            <Link
              className="text-accent-text hover:underline"
              href={workspacePath(id, `/endpoints/${encodeURIComponent(request.endpoint)}`)}
            >
              {request.endpoint}
            </Link>
          ),
        },
        {
          term: "Sent",
          value: (
            <>
              <RelativeTime at={request.at} /> by {request.memberName}
            </>
          ),
        },
        {
          term: "Log",
          value: (
            <Link className="text-accent-text hover:underline" href={requestLogPath(id, loggedRequest(request))}>
              Lines of this request
            </Link>
          ),
        },
        ...(request.finishedAt ? [{ term: "Found ended", value: <RelativeTime at={request.finishedAt} /> }] : []),
        ...uris(request),
      ]}
    />
  );
}

/** SageMaker names an asynchronous request in the line that tells of its end. */
function loggedRequest({ id, endpoint, at, finishedAt }: AsyncDetail): LoggedRequest {
  return { endpoint, id, sentAt: at, endedAt: finishedAt, names: id };
}

function uris({ inputUri, outputUri, failureUri }: AsyncDetail) {
  return [
    { term: "Input", uri: inputUri },
    { term: "Answer goes to", uri: outputUri },
    { term: "Failure goes to", uri: failureUri },
  ].flatMap(({ term, uri }) =>
    uri ? [{ term, value: <Truncate text={uri} keepEnd={22} copyLabel={`Copy ${term.toLowerCase()}`} /> }] : [],
  );
}

/** The answer, or how far it is. */
function AsyncAnswer({ request }: { request: AsyncDetail }) {
  if (isOpen(request.state)) {
    return <p className="text-muted">No answer yet. It appears here by itself, and stays in the inbox.</p>;
  }
  const sent = request.request && sentRequest(request.request);
  const problem = problemInTime(request);
  if (problem) return <InvocationError problem={problem} endpointName={request.endpoint} request={sent} />;
  const text = request.answer?.text ?? null;
  if (text === null) {
    return <p className="text-muted">The answer is too large to show, or no text. It lies at the address above.</p>;
  }
  const shown = sent ?? { body: "", contentType: request.contentType, accept: "application/json" };
  return (
    <div className="flex flex-col gap-4">
      <ResultView result={readResult(taskById(request.task ?? ""), shown, text)} />
      <JsonBlock name="Response" text={text} fileName="response.json" />
    </div>
  );
}

function Resend({ id, onResent }: Props) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const refusal = useRefusal("endpoint:invoke");
  const resend = useMutation({
    mutationFn: () => resendAsyncRequestAction(workspace.id, { id, newId: newRequestId() }).then(unwrap),
    onSuccess: (made) => {
      toast.success("Sent again");
      void queryClient.invalidateQueries({ queryKey: asyncKeys.all(workspace.id) });
      onResent(made.id);
    },
  });
  return (
    <div className="flex flex-col gap-3">
      {resend.error ? <ErrorPanel title="It was not sent again" problem={problemIn(resend.error)} /> : null}
      <div className="flex items-center gap-3">
        <Button onClick={() => resend.mutate()} busy={resend.isPending} disabled={refusal !== null}>
          <RotateCw aria-hidden="true" />
          Send again
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}
