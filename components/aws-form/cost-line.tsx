"use client";

import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import { formatDate } from "@/lib/format/dates";
import { formatUsdPerHour } from "@/lib/format/money";
import { instancesCost } from "@/lib/instances/cost";
import type { InstanceUse } from "@/lib/instances/offered";

type CostLineProps = { use: InstanceUse | "async"; instanceType: string; instanceCount: number };

/** The price per hour with its date; in the emulator, that it is free here. */
export function CostLine({ use, instanceType, instanceCount }: CostLineProps) {
  const { region, isEmulator } = useWorkspace();
  const cost = instancesCost(use, instanceType, instanceCount, usePrices());
  const amount = cost ? formatUsdPerHour(cost.usdPerHour) : "Price unknown";
  const date = cost ? `On-demand price in ${region} of ${formatDate(`${cost.price.date}T12:00:00Z`)}.` : "";

  if (isEmulator) {
    return (
      <div>
        <p className="text-lg font-semibold">Free here</p>
        <p className="text-sm text-muted">
          {cost
            ? `On AWS it would cost ${amount}. ${date}`
            : "It runs on this computer. The price on AWS is not known."}
        </p>
      </div>
    );
  }
  return (
    <div>
      <p className="text-lg font-semibold tabular-nums">{amount}</p>
      <p className="text-sm text-muted">
        {cost ? date : `No price of ${instanceType || "this type"} in ${region} is known here. It is not free.`}
      </p>
    </div>
  );
}
