"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { usePrices } from "@/components/shell/use-prices";
import { Panel } from "@/components/ui/panel";
import type { DatedPrice } from "@/lib/costs/price-table";
import { formatUsdPerHour } from "@/lib/format/money";
import { plural } from "@/lib/format/numbers";
import { diffRuns } from "@/lib/updates/diff-runs";
import type { RunView } from "@/lib/updates/run-view";
import type { UpdateFormValues } from "@/lib/updates/schema";
import { plannedWaitSeconds, type StrategyInput } from "@/lib/updates/strategy";
import { toRun } from "@/lib/updates/to-run";

import { DifferencesTable } from "./differences-table";

/** What the form changes of what runs, beside it all the time. */
export function UpdateAside({ run, isAsync }: { run: RunView; isAsync: boolean }) {
  const { control } = useFormContext<UpdateFormValues>();
  const values = useWatch({ control }) as UpdateFormValues;
  const prices = usePrices();
  const price = (type: string) => prices.instanceHour(type, isAsync ? "async" : "hosting");
  const after = toRun(values, run);
  const differences = diffRuns(run, after);
  const seconds = plannedWaitSeconds({
    ...values,
    waitSeconds: Number(values.waitSeconds),
    terminationSeconds: Number(values.terminationSeconds),
    canaryPercent: Number(values.canaryPercent),
    linearPercent: Number(values.linearPercent),
    batchPercent: Number(values.batchPercent),
  } satisfies StrategyInput);
  return (
    <Panel
      title="What changes"
      description={differences.length > 0 ? `${plural(differences.length, "difference")} from what runs.` : undefined}
    >
      {differences.length === 0 ? (
        <p className="text-base text-muted">Nothing yet: the form stands at what runs.</p>
      ) : (
        <DifferencesTable label="What changes" differences={differences} before="Runs" after="Will run" />
      )}
      <p className="mt-3 text-sm text-muted" aria-live="polite">
        <Cost before={costOf(run, price)} after={costOf(after, price)} /> The update itself waits{" "}
        {plural(seconds, "second")} by these settings, and old and new instances are paid for meanwhile.
      </p>
    </Panel>
  );
}

function Cost({ before, after }: { before: number | null; after: number | null }) {
  if (before === null || after === null) return null;
  if (before === after) return <>Costs as before, {formatUsdPerHour(after)}.</>;
  return (
    <>
      Costs {formatUsdPerHour(after)} instead of {formatUsdPerHour(before)}.
    </>
  );
}

function costOf({ variants }: RunView, priceOf: (instanceType: string) => DatedPrice | null): number | null {
  const costs = variants.map(({ instanceType, instanceCount, serverless }) => {
    const price = !serverless && instanceType ? priceOf(instanceType) : null;
    return price && instanceCount !== null ? price.usd * instanceCount : null;
  });
  return costs.some((cost) => cost === null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
}
