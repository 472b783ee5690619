"use client";

import type { Task } from "@/catalog/tasks/schema";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { Problem } from "@/lib/errors";
import type { ContainerFailure } from "@/lib/inference/model-error";
import { remedyFor } from "@/lib/inference/remedy";
import type { InferenceRequest } from "@/lib/inference/request";

import { CallDiagnosis } from "./errors/call-diagnosis";
import { CallLog } from "./errors/call-log";
import { RemedyButton } from "./errors/remedy-button";

type Props = {
  problem: Problem;
  endpointName: string;
  /** What was sent, for what can be changed about it. */
  request?: InferenceRequest | null;
  task?: Task | null;
  /** Runs a request in place of the failed one; left out, only links are offered. */
  onSend?: (request: InferenceRequest) => void;
  /** Runs the same request again. */
  onRetry?: (() => void) | undefined;
};

/** A failed call: what it means, what to do, the container's own words, and its log lines in place. */
export function InvocationError({ problem, endpointName, request = null, task = null, onSend, onRetry }: Props) {
  const container = problem.detail?.container as ContainerFailure | undefined;
  const awsMessage = problem.detail?.awsMessage as string | undefined;
  return (
    <ErrorPanel problem={problem} onRetry={onRetry} className="animate-enter">
      <RemedyButton problem={problem} endpointName={endpointName} request={request} task={task} onSend={onSend} />
      {container ? <ContainerWords failure={container} /> : null}
      {awsMessage ? <Words of="SageMaker said">{awsMessage}</Words> : null}
      <CallDiagnosis
        problem={problem}
        endpointName={endpointName}
        hasDeployLink={remedyFor({ problem, request, task })?.kind === "deploy"}
      />
      <CallLog problem={problem} endpointName={endpointName} />
    </ErrorPanel>
  );
}

function ContainerWords({ failure: { status, type, message } }: { failure: ContainerFailure }) {
  // In the middle of a stream there is no status any more.
  const verb = status === null ? "said" : status === 0 ? "answered nothing" : `answered ${status}`;
  return <Words of={`The container ${verb}${type ? `, ${type}` : ""}`}>{message}</Words>;
}

/** The exact words of somebody else. */
function Words({ of, children }: { of: string; children: string }) {
  return (
    <div className="mt-3">
      <p className="text-sm text-muted">{of}:</p>
      <p className="max-h-60 overflow-y-auto font-mono text-sm break-words whitespace-pre-wrap">{children}</p>
    </div>
  );
}
