"use client";

import type { ReactNode } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { Panel } from "@/components/ui/panel";
import { DIALECTS, type Dialect } from "@/lib/inference/chat/dialect";
import { emptyInput } from "@/lib/inference/inputs/registry";
import type { Parameters } from "@/lib/inference/parameters";

import { ParameterFields } from "../parameters/parameter-fields";
import { TaskPicker } from "../task-picker";

type Props = {
  task: Task;
  onTask: (task: string) => void;
  dialect: Dialect;
  parameters: Parameters;
  onParameters: (parameters: Parameters) => void;
  /** The fields for what is told to SageMaker beside each message. */
  callOptions: ReactNode;
};

/** What goes along with each message, and how. */
export function ChatSettings({ task, onTask, dialect, parameters, onParameters, callOptions }: Props) {
  return (
    <Panel title="Settings">
      <div className="flex flex-col gap-4">
        <TaskPicker task={task} onTask={onTask} />
        <ParameterFields
          key={`${task.id} ${dialect}`}
          task={task}
          input={emptyInput("chat")}
          values={parameters}
          onChange={onParameters}
        />
        {callOptions}
        <dl className="text-sm">
          <dt className="text-muted">Sent as</dt>
          <dd>{DIALECTS[dialect].label}</dd>
          <dt className="pt-2 text-muted">Answer</dt>
          <dd>{DIALECTS[dialect].canStream ? "Comes while it is written" : "This container answers in one piece"}</dd>
        </dl>
      </div>
    </Panel>
  );
}
