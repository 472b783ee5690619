"use client";

import { CircleAlert, TriangleAlert, X } from "lucide-react";
import { useId } from "react";

import type { TaskParameter } from "@/catalog/tasks/schema";
import { HelpMark } from "@/components/ui/help-mark";
import { IconButton } from "@/components/ui/icon-button";
import { cn } from "@/lib/cn";
import type { ParameterWarning } from "@/lib/inference/parameter-warnings";
import { type ParameterValue, parameterError } from "@/lib/inference/parameters";

import { ParameterControl } from "./parameter-control";
import { readable } from "./parameter-names";

type Props = {
  parameter: TaskParameter;
  value: ParameterValue | undefined;
  warning: ParameterWarning | null;
  onChange: (value: ParameterValue | undefined) => void;
};

/** One parameter as the control that fits its type. Empty means that it is not sent; one that is set is marked. */
export function ParameterField({ parameter, value, warning, onChange }: Props) {
  const id = useId();
  const name = readable(parameter.name);
  const error = parameterError(parameter, value);
  const note = error ?? warning?.text ?? null;
  const isSet = value !== undefined;
  return (
    <div
      className={cn("flex min-w-0 flex-col gap-1 border-l-2 pl-2.5", isSet ? "border-accent" : "border-transparent")}
    >
      <div className="flex h-6 items-center">
        <label htmlFor={id} className="truncate text-sm font-medium">
          {name}
        </label>
        <HelpMark label={name}>
          {parameter.description} <span className="font-mono">{parameter.name}</span>
        </HelpMark>
        {isSet ? (
          <IconButton size="sm" className="ml-auto" label={`Do not send ${name}`} onClick={() => onChange(undefined)}>
            <X aria-hidden="true" />
          </IconButton>
        ) : null}
      </div>
      <ParameterControl
        id={id}
        label={name}
        parameter={parameter}
        value={value}
        onChange={onChange}
        describedBy={note ? `${id}-note` : undefined}
        isInvalid={error !== null}
      />
      {note ? (
        <p id={`${id}-note`} className={cn("flex items-start gap-1 text-sm", error ? "text-danger" : "text-warning")}>
          {error ? (
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          ) : (
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          )}
          <span>
            {error ? "" : warning?.effect === "refused" ? "The container refuses it. " : "It has no effect now. "}
            {note}
          </span>
        </p>
      ) : null}
    </div>
  );
}
