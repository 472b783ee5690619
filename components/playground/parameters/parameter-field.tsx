"use client";

import { useId, useState } from "react";

import type { TaskParameter } from "@/catalog/tasks/schema";
import { Checkbox } from "@/components/ui/checkbox";
import { HelpMark } from "@/components/ui/help-mark";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type ParameterValue, parameterError, parseParameter } from "@/lib/inference/parameters";

type Props = {
  parameter: TaskParameter;
  value: ParameterValue | undefined;
  onChange: (value: ParameterValue | undefined) => void;
};

/** One parameter as the control that fits its type; empty means that it is not sent. */
export function ParameterField({ parameter, value, onChange }: Props) {
  const id = useId();
  const error = parameterError(parameter, value);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center">
        <label htmlFor={id} className="text-sm font-medium">
          {readable(parameter.name)}
        </label>
        <HelpMark label={readable(parameter.name)}>
          {parameter.description} <span className="font-mono">{parameter.name}</span>
        </HelpMark>
      </div>
      <Control
        id={id}
        parameter={parameter}
        value={value}
        onChange={onChange}
        describedBy={error ? `${id}-error` : undefined}
      />
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type ControlProps = Props & { id: string; describedBy: string | undefined };

function Control(props: ControlProps) {
  const { parameter, id, value, onChange } = props;
  if (parameter.type === "boolean") return <Choice {...props} options={["true", "false"]} />;
  if (parameter.type === "enum") return <Choice {...props} options={(parameter.values ?? []).map(String)} />;
  if (!parameter.isNullable) return <Typed {...props} />;
  return (
    <div className="flex items-center gap-3">
      {value === null ? <Input id={id} disabled value="all" readOnly /> : <Typed {...props} />}
      <Checkbox
        label="All"
        className="shrink-0"
        checked={value === null}
        onChange={(event) => onChange(event.target.checked ? null : undefined)}
      />
    </div>
  );
}

function Choice({ id, parameter, value, onChange, options }: ControlProps & { options: string[] }) {
  return (
    <Select
      id={id}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange(parseParameter(parameter, event.target.value))}
    >
      <option value="">{byDefault(parameter)}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {parameter.type === "boolean" ? onOff(option === "true") : option}
        </option>
      ))}
    </Select>
  );
}

/** Keeps what is typed as text, so that `0.` on the way to `0.5` is not taken away. */
function Typed({ id, parameter, value, onChange, describedBy }: ControlProps) {
  const [typed, setTyped] = useState(value === undefined || value === null ? "" : String(value));
  const isNumber = parameter.type === "integer" || parameter.type === "number";
  const isSame = JSON.stringify(parseParameter(parameter, typed)) === JSON.stringify(value);
  return (
    <Input
      id={id}
      type={isNumber ? "number" : "text"}
      inputMode={isNumber ? "decimal" : undefined}
      min={parameter.min ?? undefined}
      max={parameter.max ?? undefined}
      step={parameter.step ?? (parameter.type === "integer" ? 1 : "any")}
      placeholder={byDefault(parameter)}
      aria-describedby={describedBy}
      aria-invalid={describedBy ? true : undefined}
      // A value that came from elsewhere (history, a link) wins over what was typed before.
      value={isSame ? typed : value === undefined || value === null ? "" : String(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseParameter(parameter, event.target.value));
      }}
    />
  );
}

function byDefault(parameter: TaskParameter): string {
  const { default: value } = parameter;
  if (value === null) return "not sent";
  return `not sent (${typeof value === "boolean" ? onOff(value) : Array.isArray(value) ? value.join(", ") : String(value)})`;
}

function onOff(value: boolean): string {
  return value ? "on" : "off";
}

/** `max_new_tokens` as `Max new tokens`. */
function readable(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
