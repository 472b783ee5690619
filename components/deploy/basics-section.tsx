"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { tasksByInput } from "@/catalog/tasks/select";
import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { ResourceName } from "@/lib/fields/aws-fields";

/** Name and task of the endpoint. */
export function BasicsSection() {
  const { register } = useFormContext<DeployFormValues>();
  return (
    <Panel title="Endpoint">
      <div className="grid gap-4 sm:grid-cols-2">
        <NameField />
        <FormField
          name="task"
          label="Task"
          help="What the model is asked to do (HF_TASK). Left open, the container reads it from the model's config.json."
        >
          {(ids) => (
            <Select {...ids} {...register("task")}>
              <option value="">Let the container find out</option>
              {tasksByInput().map((group) => (
                <optgroup key={group.label} label={group.label}>
                  {group.tasks.map((task) => (
                    <option key={task.id} value={task.id}>
                      {task.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </FormField>
      </div>
    </Panel>
  );
}

function NameField() {
  const { register, control } = useFormContext<DeployFormValues>();
  const name = useWatch({ control, name: "endpointName" });
  const error = useFieldError("endpointName");
  const verdict = name ? ResourceName.safeParse(name) : null;
  return (
    <FormField
      name="endpointName"
      label="Name"
      help={
        <span className="flex justify-between gap-3">
          <span>
            {verdict && !verdict.success && !error
              ? verdict.error.issues[0]?.message
              : "Letters, digits and hyphens. Left empty, one is made from the container's name and the time."}
          </span>
          <span className="shrink-0 tabular-nums">{name.length} of 63</span>
        </span>
      }
    >
      {(ids) => (
        <Input
          {...ids}
          mono
          autoComplete="off"
          spellCheck={false}
          aria-invalid={ids["aria-invalid"] ?? (verdict && !verdict.success ? true : undefined)}
          {...register("endpointName")}
        />
      )}
    </FormField>
  );
}
