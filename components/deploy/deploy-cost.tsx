"use client";

import { CostLine } from "@/components/aws-form/cost-line";
import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import type { DeployMode } from "@/lib/deploy/mode-fields";
import { formatDate } from "@/lib/format/dates";
import { formatSmallUsd } from "@/lib/format/money";

type DeployCostProps = { mode: DeployMode; instanceType: string; instanceCount: number; memoryMb: number };

/** What an endpoint costs: by its instances, or, serverless, by what it is asked. */
export function DeployCost({ mode, instanceType, instanceCount, memoryMb }: DeployCostProps) {
  const { isEmulator, region } = useWorkspace();
  const prices = usePrices();
  if (mode === "real-time") return <CostLine use="hosting" instanceType={instanceType} instanceCount={instanceCount} />;
  if (mode === "async") return <AsyncCost instanceType={instanceType} instanceCount={instanceCount} />;
  const price = prices.serverlessSecond(memoryMb);
  return (
    <div>
      <p className="text-lg font-semibold">{isEmulator ? "Free here" : "By use"}</p>
      <p className="text-sm text-muted">
        AWS bills serverless endpoints by the milliseconds of each call and the memory, the data in and out, and what is
        kept ready by the hour.{" "}
        {price
          ? `With ${memoryMb / 1024} GB a second of a call costs ${formatSmallUsd(price.usd)} in ${region}, as of ${formatDate(`${price.date}T12:00:00Z`)}; the other prices are not known here.`
          : "The prices are not known here."}
      </p>
    </div>
  );
}

/** AWS prices asynchronous instances by themselves; where that price is missing the hosting price is shown as what it is. */
function AsyncCost(fleet: { instanceType: string; instanceCount: number }) {
  const prices = usePrices();
  if (prices.instanceHour(fleet.instanceType, "async")) return <CostLine use="async" {...fleet} />;
  return (
    <div className="flex flex-col gap-1">
      <CostLine use="hosting" {...fleet} />
      {prices.instanceHour(fleet.instanceType, "hosting") ? (
        <p className="text-sm text-muted">
          This is the price of a real-time instance; that of an asynchronous one is not known here.
        </p>
      ) : null}
    </div>
  );
}
