"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { Checkbox } from "@/components/ui/checkbox";
import { offeredAlarms } from "@/lib/alarms/offer";
import { alarmSentence } from "@/lib/alarms/words";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** Whether the endpoint gets the alarms that one of its kind should have, and which those are. */
export function AlarmsField() {
  const { control, register } = useFormContext<DeployFormValues>();
  const [isOn, mode, name, variant] = useWatch({
    control,
    name: ["usualAlarms", "mode", "endpointName", "variantName"],
  });
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label="Create the usual alarms"
        help="Made once it is in service. They tell nobody until a topic is added to them, on the Alarms page."
        {...register("usualAlarms")}
      />
      {isOn ? (
        <ul aria-label="Alarms to create" className="flex list-disc flex-col gap-1 pl-10 text-sm text-muted">
          {offeredAlarms({ name, mode, variants: [{ name: variant }] }).map((alarm) => (
            <li key={alarm.name}>{alarmSentence(alarm)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
