"use client";

import { X } from "lucide-react";

import type { Task } from "@/catalog/tasks/schema";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import type { InferenceRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";
import { type CompareTarget, targetKey } from "@/lib/playground/compare";

import { CallFacts } from "../call-facts";
import { InvocationError } from "../invocation-error";
import { LogFact } from "../log-fact";
import { ResultView } from "../results/result-view";
import { Waiting } from "../waiting";
import type { Outcome } from "./use-comparison";

type Props = {
  target: CompareTarget;
  task: Task | null;
  outcome: Outcome | undefined;
  /** How it stands to the first column's answer; null: there is nothing to tell. */
  verdict: "same" | "differs" | null;
  onSend: (request: InferenceRequest) => void;
  /** Null: this one stays. */
  onRemove: (() => void) | null;
};

/** One model's answer beside others'. */
export function CompareColumn({ target, task, outcome, verdict, onSend, onRemove }: Props) {
  const name = targetKey(target);
  return (
    <Panel
      title={<span className="font-mono text-sm break-all">{name}</span>}
      actions={
        <>
          {verdict === "same" ? <Badge>Same as the first</Badge> : null}
          {verdict === "differs" ? <Badge tone="warning">Differs from the first</Badge> : null}
          {onRemove ? (
            <IconButton size="sm" label={`Do not compare with ${name}`} onClick={onRemove}>
              <X aria-hidden="true" />
            </IconButton>
          ) : null}
        </>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-4">
        {outcome ? (
          <Body target={target} task={task} outcome={outcome} onSend={onSend} />
        ) : (
          <p className="flex min-h-32 items-center justify-center text-muted">Its answer appears here.</p>
        )}
      </div>
    </Panel>
  );
}

type BodyProps = Pick<Props, "target" | "task" | "onSend"> & { outcome: Outcome };

function Body({ target, task, outcome, onSend }: BodyProps) {
  switch (outcome.state) {
    case "running":
      return <Waiting startedAt={outcome.startedAt} onCancel={outcome.cancel} />;
    case "cancelled":
      return <p className="text-muted">Cancelled. The model may have worked on it all the same.</p>;
    case "failed":
      return (
        <InvocationError
          problem={outcome.problem}
          endpointName={target.endpoint}
          request={outcome.request}
          task={task}
          onSend={onSend}
        />
      );
    case "answered":
      return (
        <>
          <ResultView result={readResult(task, outcome.request, outcome.answer.body)} />
          <CallFacts answer={outcome.answer}>
            <LogFact endpoint={target.endpoint} answer={outcome.answer} />
          </CallFacts>
        </>
      );
  }
}
