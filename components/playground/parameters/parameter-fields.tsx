"use client";

import type { ReactNode } from "react";

import type { Task } from "@/catalog/tasks/schema";
import { parameterGroups } from "@/catalog/tasks/select";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/numbers";
import type { Input } from "@/lib/inference/inputs/registry";
import { parameterWarning } from "@/lib/inference/parameter-warnings";
import { type Parameters, type ParameterValue, unknownParameters } from "@/lib/inference/parameters";

import { Fold } from "../fold";
import { BodyNote } from "./body-note";
import { ParameterField } from "./parameter-field";
import { UnknownParameters } from "./unknown-parameters";

type Props = { task: Task; input: Input; values: Parameters; onChange: (values: Parameters) => void };

/** The task's parameters, folded away; what is left empty is not sent, so that the model decides. */
export function ParameterFields({ task, input, values, onChange }: Props) {
  const groups = parameterGroups(task);
  const count = Object.keys(values).length;
  if (groups.length === 0 && count === 0) return null;

  function set(name: string, value: ParameterValue | undefined) {
    const { [name]: _old, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  }
  const drawn = (group: (typeof groups)[number]) => (
    <Group key={group.label} label={group.label}>
      {group.parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name]}
          warning={parameterWarning(task, parameter.name, values)}
          onChange={(value) => set(parameter.name, value)}
        />
      ))}
    </Group>
  );
  const advanced = groups.filter((group) => group.isAdvanced);

  return (
    <Fold
      title="Parameters"
      note={count === 0 ? "the model's own choices" : `${plural(count, "parameter")} set`}
      action={
        count > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => onChange({})}>
            Clear all
          </Button>
        ) : null
      }
    >
      <BodyNote task={task} input={input} hasParameters={count > 0} />
      {groups.filter((group) => !group.isAdvanced).map(drawn)}
      <UnknownParameters
        names={unknownParameters(task, values)}
        values={values}
        onRemove={(name) => set(name, undefined)}
      />
      {advanced.length > 0 ? (
        <Fold title="Rarely needed" note={setNote(advanced, values)}>
          {advanced.map(drawn)}
        </Fold>
      ) : null}
    </Fold>
  );
}

function setNote(groups: ReturnType<typeof parameterGroups>, values: Parameters): string {
  const count = groups.flatMap((group) => group.parameters).filter((row) => row.name in values).length;
  return count === 0 ? "" : `${count} set`;
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 pt-3">
      {label ? <legend className="float-left mb-2 w-full text-sm text-muted">{label}</legend> : null}
      <div className="clear-both grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">{children}</div>
    </fieldset>
  );
}
