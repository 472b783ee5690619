"use client";

import { useFormContext } from "react-hook-form";

import { describeHardware, instanceTypeById, priceOf } from "@/catalog/instance-types/select";
import { useWorkspace } from "@/components/shell/workspace-context";
import { type RadioTile, RadioTiles } from "@/components/ui/radio-tiles";
import { type OfferedInstance, offeredInstances } from "@/lib/deploy/common-instances";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { formatDate } from "@/lib/format/dates";
import { formatUsdPerHour } from "@/lib/format/money";

import { fieldId, useFieldError } from "./form-field";

/** Instance types as tiles with hardware and price; the chosen one stays in sight whatever is searched for. */
export function InstanceTiles({ offered, chosen }: { offered: OfferedInstance[]; chosen: string }) {
  const { setValue, getValues } = useFormContext<DeployFormValues>();
  const { region } = useWorkspace();
  const error = useFieldError("instanceType");
  const hasChosen = offered.some(({ instance }) => instance.type === chosen);
  const extra = hasChosen ? [] : chosenRow(chosen, getValues("image"));

  return (
    <div id={fieldId("instanceType")} tabIndex={-1} className="flex flex-col gap-2 outline-none">
      {error ? <p className="text-sm text-danger">{error}</p> : null}
      <div className="max-h-112 overflow-y-auto p-0.5">
        <RadioTiles
          label="Instance type"
          name="instanceType"
          value={chosen || null}
          onChange={(type) => setValue("instanceType", type, { shouldDirty: true, shouldValidate: true })}
          tiles={[...extra, ...offered].map((row) => toTile(row, region))}
        />
      </div>
    </div>
  );
}

function chosenRow(type: string, image: string): OfferedInstance[] {
  const instance = instanceTypeById(type);
  if (!instance) return [];
  const reason = offeredInstances(image, { all: true, search: type }).find((row) => row.instance.type === type)?.reason;
  return [{ instance, reason: reason ?? null }];
}

function toTile({ instance, reason }: OfferedInstance, region: string): RadioTile<string> {
  const price = priceOf(instance.type, region);
  return {
    value: instance.type,
    label: <span className="font-mono text-sm">{instance.type}</span>,
    aside: price ? formatUsdPerHour(price.usdPerHour) : "price unknown",
    description: (
      <>
        {describeHardware(instance)}
        {price ? <span className="block text-xs">Price of {formatDate(`${price.date}T12:00:00Z`)}</span> : null}
      </>
    ),
    disabled: reason !== null,
    reason: reason ?? undefined,
  };
}
