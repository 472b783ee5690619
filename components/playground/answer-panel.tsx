"use client";

import { Sparkles } from "lucide-react";
import { useState } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Problem } from "@/lib/errors";
import { type CallOptions, NO_OPTIONS } from "@/lib/inference/call-options";
import type { Answer } from "@/lib/inference/invoke";
import type { InferenceRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { asksForStream } from "@/lib/inference/stream/asks-for-stream";
import { keptAnswer, sentRequest } from "@/lib/playground/reopen";
import type { KeptCall } from "@/lib/playground/view";

import { CallFacts } from "./call-facts";
import { ColdStartFact } from "./cold-start-fact";
import { ShownNote } from "./history/shown-note";
import { InvocationError } from "./invocation-error";
import { LogFact } from "./log-fact";
import { RequestCode } from "./request-code";
import { JsonBlock } from "./results/json-block";
import { ResultView } from "./results/result-view";
import { SentFile } from "./results/sent-file";
import { ShareButton } from "./share-button";
import { StreamedAnswer } from "./streamed-answer";
import type { useInvocation } from "./use-invocation";
import { Waiting } from "./waiting";

type Props = {
  task: Task | null;
  target: SnippetTarget;
  /** It may have to start an environment first. */
  isServerless: boolean;
  invocation: ReturnType<typeof useInvocation>;
  /** A call of the past that was opened again; it takes the place of the last one. */
  shown: KeptCall | null;
  /** Runs a request in place of a failed one. */
  onSend: (request: InferenceRequest) => void;
  /** The request as it stands in the form, for code and link; null when it cannot be sent yet. */
  draft: InferenceRequest | null;
  /** What else SageMaker would be told. */
  options: CallOptions;
  /** The saved example that the form shows unchanged. */
  exampleId: string | null;
};

const VIEWS = [
  { value: "result", label: "Result" },
  { value: "json", label: "JSON" },
  { value: "code", label: "Code" },
] as const;
const START_NOTE = "A serverless endpoint that nobody asked for a while starts an environment first.";
type View = (typeof VIEWS)[number]["value"];

/** The answer drawn for people; the raw JSON and the request as code beside it. */
export function AnswerPanel({
  task,
  target,
  isServerless,
  invocation,
  shown,
  onSend,
  draft,
  options,
  exampleId,
}: Props) {
  const [view, setView] = useState<View>("result");
  const answer = shown ? keptAnswer(shown) : invocation.answer;
  const sent = shown ? sentRequest(shown.request) : (invocation.call?.request ?? null);
  const problem = shown ? shown.problem : invocation.problem;
  const progress = shown ? null : invocation.progress;
  const isBegun = progress !== null && (progress.content !== "" || progress.reasoning !== "");
  const isStream = sent !== null && asksForStream(sent);
  const sentOptions = (shown ? null : invocation.call?.options) ?? NO_OPTIONS;

  return (
    <Panel
      title="Answer"
      actions={
        <>
          <ShareButton task={task} endpointName={target.endpointName} request={draft} exampleId={exampleId} />
          <SegmentedControl label="How to show the answer" value={view} onChange={setView} segments={VIEWS} />
        </>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-4">
        {shown ? <ShownNote call={shown} /> : null}
        {view === "code" ? (
          <RequestCode target={target} request={sent ?? draft} options={sent ? sentOptions : options} />
        ) : invocation.isRunning ? (
          isBegun && sent ? (
            <StreamedAnswer request={sent} progress={progress} onStop={invocation.cancel} />
          ) : (
            <Waiting
              startedAt={invocation.startedAt}
              isStream={isStream}
              note={isServerless ? START_NOTE : null}
              onCancel={invocation.cancel}
            />
          )
        ) : problem ? (
          <>
            {isBegun && sent ? <StreamedAnswer request={sent} progress={progress} /> : null}
            <InvocationError
              key={shown?.id ?? invocation.call?.id}
              problem={isBegun ? keptBefore(problem) : problem}
              endpointName={target.endpointName}
              request={sent}
              task={task}
              onSend={onSend}
            />
          </>
        ) : isBegun && sent && invocation.isCancelled ? (
          <StreamedAnswer request={sent} progress={progress} isStopped />
        ) : answer && sent ? (
          <AnswerView
            key={answer.requestId}
            view={view}
            task={task}
            answer={answer}
            request={sent}
            endpoint={target.endpointName}
            component={sentOptions.inferenceComponent || null}
            isServerless={isServerless}
          />
        ) : (
          <NoAnswer isShown={shown !== null} isCancelled={invocation.isCancelled} />
        )}
      </div>
    </Panel>
  );
}

type AnswerViewProps = {
  view: View;
  task: Task | null;
  answer: Answer;
  request: InferenceRequest;
  endpoint: string;
  /** The inference component that was asked; null: none, or not known. */
  component: string | null;
  /** Whether its calls may have waited for a cold start. */
  isServerless: boolean;
};

function AnswerView({ view, task, answer, request, endpoint, component, isServerless }: AnswerViewProps) {
  const { variant, calledAt, endpointMs } = answer;
  return (
    <div className="flex animate-enter flex-col gap-4">
      {view === "result" ? (
        <ResultView result={readResult(task, request, answer.body)} />
      ) : (
        <>
          {typeof request.body === "string" ? (
            <JsonBlock name="Request" text={request.body} fileName="request.json" />
          ) : (
            <SentFile contentType={request.contentType} body={request.body} />
          )}
          <JsonBlock name="Response" text={answer.body} fileName="response.json" />
        </>
      )}
      <CallFacts answer={answer}>
        {isServerless && variant && calledAt && endpointMs !== null ? (
          <ColdStartFact endpoint={endpoint} variant={variant} at={calledAt} endpointMs={endpointMs} />
        ) : null}
        <LogFact endpoint={endpoint} component={component} answer={answer} />
      </CallFacts>
    </div>
  );
}

function keptBefore(problem: Problem): Problem {
  return { ...problem, hint: ["What came before it is kept.", problem.hint].filter(Boolean).join(" ") };
}

function NoAnswer({ isShown, isCancelled }: { isShown: boolean; isCancelled: boolean }) {
  const text = isShown
    ? "This call was too large to keep whole. Run it again to see its answer."
    : isCancelled
      ? "Cancelled. The model may have worked on it all the same."
      : "The model's answer appears here.";
  return (
    <p className="flex min-h-32 flex-col items-center justify-center gap-2 text-center text-balance text-muted">
      <Sparkles aria-hidden="true" strokeWidth={1.5} className="size-5" />
      {text}
    </p>
  );
}
