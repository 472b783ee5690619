"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField, useFieldError } from "@/components/aws-form/form-field";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { UpdateFormValues } from "@/lib/updates/schema";
import type { UpdateStart } from "@/lib/updates/view";

/** What takes the update back: alarms that exist, and two that the console makes when they are missing. */
export function AlarmsSection({ start }: { start: UpdateStart }) {
  const { control, register, setValue } = useFormContext<UpdateFormValues>();
  const chosen = useWatch({ control, name: "alarms" });
  const [wait, errors, latency] = useWatch({ control, name: ["waitSeconds", "watchErrors", "watchLatencyMs"] });
  const error = useFieldError("alarms");
  const watches = chosen.length > 0 || errors || latency !== "";
  return (
    <Panel
      title="What takes it back"
      description="When one of these alarms goes off during a baking period, SageMaker rolls the update back."
    >
      <div className="flex flex-col gap-3">
        <Checkbox
          label="When a call fails"
          help="Makes an alarm on answers with 5xx, counted each minute, for each variant."
          {...register("watchErrors")}
        />
        <FormField
          name="watchLatencyMs"
          label="When answers are slower than (ms)"
          className="sm:max-w-80"
          help="Makes an alarm on the 90th percentile of a minute."
        >
          {(ids) => <Input {...ids} inputMode="numeric" {...register("watchLatencyMs")} />}
        </FormField>
        {start.alarmProblem ? (
          <Callout tone="warning" title="Alarms that exist could not be listed">
            {start.alarmProblem}
          </Callout>
        ) : null}
        {start.alarms.length > 0 ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-sm font-medium">Alarms that watch this endpoint already</legend>
            {start.alarms.map(({ name, state, metric, threshold }) => (
              <Checkbox
                key={name}
                label={<span className="font-mono text-sm break-all">{name}</span>}
                help={`${metric}${threshold === null ? "" : `, threshold ${threshold}`}; ${state === "ALARM" ? "it is in ALARM now and would take the update back at once" : `now ${state}`}`}
                checked={chosen.includes(name)}
                onChange={(event) =>
                  setValue(
                    "alarms",
                    event.target.checked ? [...chosen, name] : chosen.filter((other) => other !== name),
                    { shouldDirty: true },
                  )
                }
              />
            ))}
          </fieldset>
        ) : null}
        {error ? <p className="text-sm text-danger">{error}</p> : null}
        {watches && Number(wait) === 0 ? (
          <Callout tone="warning" title="Without a baking period no alarm is watched">
            Give the baking period some seconds: an alarm that looks once a minute needs more than 60.
          </Callout>
        ) : null}
      </div>
    </Panel>
  );
}
