"use client";

import type { Task } from "@/catalog/tasks/schema";
import { tasksByInput } from "@/catalog/tasks/select";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** Which task the model does; known from the endpoint, and changeable where that is wrong or missing. */
export function TaskPicker({ task, onTask }: { task: Task | null; onTask: (task: string) => void }) {
  return (
    <Field
      label="Task"
      required
      help={task ? task.summary : "This model does not say what it does. Choose a task, or write JSON."}
    >
      {(ids) => (
        <Select {...ids} value={task?.id ?? ""} onChange={(event) => onTask(event.target.value)}>
          <option value="" disabled={task !== null}>
            Not known
          </option>
          {tasksByInput().map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.tasks.map((row) => (
                <option key={row.id} value={row.id}>
                  {row.label}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}
