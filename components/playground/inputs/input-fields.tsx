"use client";

import type { Task } from "@/catalog/tasks/schema";
import type { Input } from "@/lib/inference/inputs/registry";

import { ExampleButtons } from "./example-buttons";
import { TextInput } from "./text-input";

type Props = { task: Task; input: Input; onInput: (input: Input) => void };

/** The fields for what the task's model is given, with examples one click away. */
export function InputFields({ task, input, onInput }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <ExampleButtons task={task} onInput={onInput} />
      <Fields task={task} input={input} onInput={onInput} />
    </div>
  );
}

function Fields({ task, input, onInput }: Props) {
  switch (input.kind) {
    case "text":
      return <TextInput task={task} value={input.value} onValue={(value) => onInput({ ...input, value })} />;
    default:
      return null;
  }
}
