"use client";

import type { TaskParameter } from "@/catalog/tasks/schema";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { type ParameterValue, parseParameter } from "@/lib/inference/parameters";

import { ChipsControl } from "../inputs/chips-control";
import { NumberControl } from "./number-control";
import { ObjectControl } from "./object-control";
import { whenNotSent } from "./parameter-names";

export type ControlProps = {
  id: string;
  label: string;
  parameter: TaskParameter;
  value: ParameterValue | undefined;
  onChange: (value: ParameterValue | undefined) => void;
  describedBy: string | undefined;
  isInvalid: boolean;
};

/** The control that fits a parameter's type. */
export function ParameterControl(props: ControlProps) {
  const { id, label, parameter, value, onChange, describedBy, isInvalid } = props;
  const state = { id, "aria-describedby": describedBy, "aria-invalid": isInvalid || undefined };
  switch (parameter.type) {
    case "integer":
    case "number":
      return parameter.isNullable ? <NumberOrAll {...props} /> : <NumberControl {...props} />;
    case "boolean":
      return (
        <SegmentedControl
          label={label}
          value={value === true ? "on" : value === false ? "off" : "unset"}
          onChange={(choice) => onChange(choice === "unset" ? undefined : choice === "on")}
          segments={[
            { value: "unset", label: "Not sent" },
            { value: "on", label: "On" },
            { value: "off", label: "Off" },
          ]}
        />
      );
    case "enum":
      return (
        <Select
          {...state}
          value={value === undefined ? "" : String(value)}
          onChange={(event) => onChange(parseParameter(parameter, event.target.value))}
        >
          <option value="">{whenNotSent(parameter)}</option>
          {(parameter.values ?? []).map(String).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      );
    case "string[]":
      return (
        <ChipsControl
          {...state}
          label={label}
          noun="entry"
          placeholder={whenNotSent(parameter)}
          values={Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : []}
          onValues={(values) => onChange(values.length > 0 ? values : undefined)}
        />
      );
    case "object":
      return <ObjectControl {...props} />;
    case "string":
      return (
        <Input
          {...state}
          placeholder={whenNotSent(parameter)}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        />
      );
  }
}

function NumberOrAll(props: ControlProps) {
  const { value, onChange } = props;
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        {value === null ? <Input id={props.id} disabled value="all" readOnly /> : <NumberControl {...props} />}
      </div>
      <Checkbox
        label="All"
        className="shrink-0"
        checked={value === null}
        onChange={(event) => onChange(event.target.checked ? null : undefined)}
      />
    </div>
  );
}
