"use client";

import { ChevronRight } from "lucide-react";

import type { Task, TaskParameter } from "@/catalog/tasks/schema";
import { parameterGroups } from "@/catalog/tasks/select";
import { plural } from "@/lib/format/numbers";
import type { Parameters, ParameterValue } from "@/lib/inference/parameters";

import { ParameterField } from "./parameter-field";

type Props = { task: Task; values: Parameters; onChange: (values: Parameters) => void };

/** The task's parameters, folded away; what is left empty is not sent, so that the model decides. */
export function ParameterFields({ task, values, onChange }: Props) {
  const { usual, advanced } = parameterGroups(task);
  const drawn = (rows: TaskParameter[]) => rows.filter((row) => row.type !== "object");
  const count = Object.keys(values).length;

  function set(name: string, value: ParameterValue | undefined) {
    const { [name]: _old, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  }
  const grid = (rows: TaskParameter[]) => (
    <div className="grid gap-x-4 gap-y-3 pt-3 sm:grid-cols-2">
      {rows.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name]}
          onChange={(value) => set(parameter.name, value)}
        />
      ))}
    </div>
  );

  if (task.parameters.length === 0) return null;
  return (
    <details className="group rounded-control border border-border px-3 py-2">
      <summary className="flex list-none items-center gap-1.5 text-sm font-medium">
        <ChevronRight aria-hidden="true" className="size-4 text-muted transition-transform group-open:rotate-90" />
        Parameters
        <span className="font-normal text-muted">
          {count === 0 ? "the model's own choices" : `${plural(count, "parameter")} set`}
        </span>
      </summary>
      {grid(drawn(usual))}
      {drawn(advanced).length > 0 ? (
        <>
          <p className="pt-4 text-sm font-medium text-muted">Rarely needed</p>
          {grid(drawn(advanced))}
        </>
      ) : null}
    </details>
  );
}
