"use client";

import { useFormContext } from "react-hook-form";

import { describeHardware, instanceTypeById } from "@/catalog/instance-types/select";
import { usePrices } from "@/components/shell/use-prices";
import { type RadioTile, RadioTiles } from "@/components/ui/radio-tiles";
import type { DatedPrice } from "@/lib/costs/price-table";
import { formatDate } from "@/lib/format/dates";
import { formatUsdPerHour } from "@/lib/format/money";
import { type InstanceUse, type OfferedInstance, offeredInstances } from "@/lib/instances/offered";

import { fieldId, useFieldError } from "./form-field";

type InstanceTilesProps = { use: InstanceUse; offered: OfferedInstance[]; chosen: string };

/** Instance types as tiles with hardware and price; the chosen one stays in sight whatever is searched for. */
export function InstanceTiles({ use, offered, chosen }: InstanceTilesProps) {
  const { setValue, getValues } = useFormContext<{ image: string; instanceType: string }>();
  const prices = usePrices();
  const error = useFieldError("instanceType");
  const hasChosen = offered.some(({ instance }) => instance.type === chosen);
  const extra = hasChosen ? [] : chosenRow(use, chosen, getValues("image"));

  return (
    <div id={fieldId("instanceType")} tabIndex={-1} className="flex flex-col gap-2 outline-none">
      {error ? <p className="text-sm text-danger">{error}</p> : null}
      <div className="max-h-112 overflow-y-auto p-0.5">
        <RadioTiles
          label="Instance type"
          name="instanceType"
          value={chosen || null}
          onChange={(type) => setValue("instanceType", type, { shouldDirty: true, shouldValidate: true })}
          tiles={[...extra, ...offered].map((row) => toTile(row, prices.instanceHour(row.instance.type, use)))}
        />
      </div>
    </div>
  );
}

function chosenRow(use: InstanceUse, type: string, image: string): OfferedInstance[] {
  const instance = instanceTypeById(type);
  if (!instance) return [];
  const reason = offeredInstances(image, { use, all: true, search: type }).find(
    (row) => row.instance.type === type,
  )?.reason;
  return [{ instance, reason: reason ?? null }];
}

function toTile({ instance, reason }: OfferedInstance, price: DatedPrice | null): RadioTile<string> {
  return {
    value: instance.type,
    label: <span className="font-mono text-sm">{instance.type}</span>,
    aside: price ? formatUsdPerHour(price.usd) : "price unknown",
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
