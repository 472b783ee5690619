"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { adviseModes, cheapestMode, type ModeAdvice } from "@/lib/deploy/advice/advise";
import { batchLink } from "@/lib/deploy/advice/batch-link";
import { setupOf } from "@/lib/deploy/advice/setup";
import { readWorkload, type WorkloadDraft } from "@/lib/deploy/advice/workload";
import type { DeployMode } from "@/lib/deploy/mode-fields";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { workspacePath } from "@/lib/routes";

import { CostChart } from "./cost-chart";
import { ModeCard } from "./mode-card";
import { WorkloadFields } from "./workload-fields";

type ModeAdvisorProps = {
  draft: WorkloadDraft;
  onChange: (draft: WorkloadDraft) => void;
  onChoose: (mode: DeployMode) => void;
};

/** Compares the modes for what the endpoint will be asked, and sets the one that is taken. */
export function ModeAdvisor({ draft, onChange, onChoose }: ModeAdvisorProps) {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const values = useWatch({ control }) as DeployFormValues;
  const { id, region, isEmulator } = useWorkspace();
  const prices = usePrices();
  const read = readWorkload(draft);
  const advice = read.ok ? adviseModes(read.workload, setupOf(values, region, prices)) : [];
  const cheapest = read.ok ? cheapestMode(advice, read.workload.callsPerDay) : null;

  function use({ mode, fields }: ModeAdvice) {
    if (mode === "batch") return;
    onChoose(mode);
    for (const [name, value] of Object.entries(fields)) {
      setValue(name as keyof DeployFormValues, value, { shouldDirty: true, shouldValidate: true });
    }
  }

  return (
    <section aria-label="Help with the mode" className="flex flex-col gap-4">
      <WorkloadFields draft={draft} read={read} onChange={onChange} />
      {read.ok ? (
        <>
          <ul aria-label="Modes compared" className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {advice.map((row) => (
              <ModeCard
                key={row.mode}
                advice={row}
                callsPerDay={read.workload.callsPerDay}
                isCheapest={row.mode === cheapest}
                isChosen={row.mode === values.mode}
                action={
                  row.mode === "batch" ? (
                    <ButtonLink size="sm" href={workspacePath(id, `/batch/new?${batchLink(values)}`)}>
                      Use this in a transform job
                    </ButtonLink>
                  ) : (
                    <Button size="sm" onClick={() => use(row)}>
                      Use this
                    </Button>
                  )
                }
              />
            ))}
          </ul>
          <CostChart advice={advice} workload={read.workload} />
          <p className="text-sm text-muted">
            {isEmulator ? "In the emulator nothing costs anything; these are AWS's prices. " : null}
            On-demand prices in {region}, 730 hours a month. An instance is counted as answering one call at a time:
            where the model answers several at once, fewer instances do. Storage and data transfer are not in it.
          </p>
        </>
      ) : null}
    </section>
  );
}
