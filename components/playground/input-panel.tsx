"use client";

import { Fragment, type ReactNode } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Kbd } from "@/components/ui/kbd";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useModifierKey } from "@/components/ui/use-modifier-key";
import { type Draft, toForm, toJson } from "@/lib/inference/draft";
import type { PayloadLimit } from "@/lib/inference/payload-limits";
import type { BuiltRequest } from "@/lib/inference/request";

import { ExampleButtons } from "./inputs/example-buttons";
import { InputFields } from "./inputs/input-fields";
import { JsonInput } from "./inputs/json-input";
import { ParameterFields } from "./parameters/parameter-fields";
import { PayloadGauge } from "./payload-gauge";
import { TaskPicker } from "./task-picker";

type Props = {
  task: Task | null;
  /** What the container was given as HF_MODEL_ID; null: the model is not known by such a name. */
  modelId: string | null;
  onTask: (task: string) => void;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  request: BuiltRequest;
  /** Why nothing can be sent, whatever is typed. */
  refusal: string | null;
  limit: PayloadLimit;
  /** The fields for what is told to SageMaker beside the request. */
  callOptions: ReactNode;
  onRun: () => void;
  isRunning: boolean;
  /** What the button says. */
  runLabel?: string;
  /** Beside the run button. */
  actions?: ReactNode;
  /** Below the task: examples that people saved. */
  children?: ReactNode;
};

/** What goes to the model: a form for people, JSON only when asked for. */
export function InputPanel({
  task,
  modelId,
  onTask,
  draft,
  onDraft,
  request,
  refusal,
  limit,
  callOptions,
  onRun,
  isRunning,
  runLabel = "Run",
  actions,
  children,
}: Props) {
  const modifier = useModifierKey();
  const reason = refusal ?? (request.ok ? null : request.reason);

  const asForm = draft.mode === "json" ? toForm(task, draft) : null;

  function changeMode(mode: Draft["mode"]) {
    if (mode === "json") onDraft(toJson(task, draft));
    else if (asForm?.ok) onDraft(asForm.draft);
  }

  return (
    <Panel
      title="Input"
      actions={
        task ? (
          <SegmentedControl
            label="How to write the input"
            value={draft.mode}
            onChange={changeMode}
            segments={[
              { value: "form", label: "Form", disabled: asForm?.ok === false },
              { value: "json", label: "JSON" },
            ]}
          />
        ) : null
      }
    >
      <form
        aria-label="Request"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onRun();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          onRun();
        }}
      >
        {refusal ? (
          <Callout tone="warning" title="You cannot run it now">
            {refusal}
          </Callout>
        ) : null}
        <fieldset disabled={refusal !== null} className="flex min-w-0 flex-col gap-4">
          <TaskPicker task={task} onTask={onTask} />
          {children}
          {draft.mode === "form" && task ? (
            <Fragment key={task.id}>
              <ExampleButtons task={task} modelId={modelId} filled={draft} onFilled={onDraft} />
              <InputFields task={task} modelId={modelId} input={draft.input} onInput={(input) => onDraft({ input })} />
              <ParameterFields
                task={task}
                input={draft.input}
                values={draft.parameters}
                onChange={(parameters) => onDraft({ parameters })}
              />
            </Fragment>
          ) : (
            <JsonInput
              task={task}
              json={draft.json}
              formRefusal={asForm?.ok === false ? asForm.reason : null}
              onJson={(json) => onDraft({ json })}
            />
          )}
          {callOptions}
        </fieldset>
        {request.ok ? <PayloadGauge request={request.request} limit={limit} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" size="lg" busy={isRunning} disabled={reason !== null}>
            {runLabel}
          </Button>
          <span className="text-sm text-muted max-sm:hidden">
            <Kbd>{modifier}</Kbd> <Kbd>Enter</Kbd>
          </span>
          {actions ? <div className="ml-auto">{actions}</div> : null}
          {/* An empty form needs no reproach: only what stands in the way of a filled one is said. */}
          {reason && !refusal && (draft.mode === "json" || draft.isTouched) ? (
            <span className="text-sm text-muted">{reason}</span>
          ) : null}
        </div>
      </form>
    </Panel>
  );
}
