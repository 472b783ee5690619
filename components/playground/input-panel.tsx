"use client";

import type { Task } from "@/catalog/tasks/schema";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Kbd } from "@/components/ui/kbd";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useModifierKey } from "@/components/ui/use-modifier-key";
import { type Draft, draftFromBody, hasForm, pretty } from "@/lib/inference/draft";
import type { BuiltRequest } from "@/lib/inference/request";

import { InputFields } from "./inputs/input-fields";
import { JsonInput } from "./inputs/json-input";
import { ParameterFields } from "./parameters/parameter-fields";
import { TaskPicker } from "./task-picker";

type Props = {
  task: Task | null;
  onTask: (task: string) => void;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  request: BuiltRequest;
  /** Why nothing can be sent, whatever is typed. */
  refusal: string | null;
  onRun: () => void;
  isRunning: boolean;
};

/** What goes to the model: a form for people, JSON only when asked for. */
export function InputPanel({ task, onTask, draft, onDraft, request, refusal, onRun, isRunning }: Props) {
  const modifier = useModifierKey();
  const reason = refusal ?? (request.ok ? null : request.reason);

  function changeMode(mode: Draft["mode"]) {
    const body = request.ok && typeof request.request.body === "string" ? request.request.body : null;
    if (mode === "json") return onDraft({ mode, json: body === null ? draft.json : pretty(body) });
    onDraft(body === null ? { mode } : draftFromBody(task, body));
  }

  return (
    <Panel
      title="Input"
      actions={
        hasForm(task) ? (
          <SegmentedControl
            label="How to write the input"
            value={draft.mode}
            onChange={changeMode}
            segments={[
              { value: "form", label: "Form" },
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
          {draft.mode === "form" && task ? (
            <>
              <InputFields task={task} input={draft.input} onInput={(input) => onDraft({ input })} />
              <ParameterFields
                key={task.id}
                task={task}
                values={draft.parameters}
                onChange={(parameters) => onDraft({ parameters })}
              />
            </>
          ) : (
            <JsonInput task={task} json={draft.json} onJson={(json) => onDraft({ json })} />
          )}
        </fieldset>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" size="lg" busy={isRunning} disabled={reason !== null}>
            Run
          </Button>
          <span className="text-sm text-muted max-sm:hidden">
            <Kbd>{modifier}</Kbd> <Kbd>Enter</Kbd>
          </span>
          {/* An empty form needs no reproach: only what stands in the way of a filled one is said. */}
          {reason && !refusal && (draft.mode === "json" || draft.isTouched) ? (
            <span className="text-sm text-muted">{reason}</span>
          ) : null}
        </div>
      </form>
    </Panel>
  );
}
