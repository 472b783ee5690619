"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { DISTRIBUTION_LABELS } from "@/lib/training/distribution-labels";
import type { TrainingFormValues } from "@/lib/training/schema";

type Kind = keyof typeof DISTRIBUTION_LABELS;

/** How the script spreads over GPUs and instances. */
export function DistributionSection() {
  const { control, register } = useFormContext<TrainingFormValues>();
  const kind = useWatch({ control, name: "distribution" });
  return (
    <Panel title="Distribution">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="distribution" label="Started with" required help={DISTRIBUTION_LABELS[kind].summary}>
          {(ids) => (
            <Select {...ids} {...register("distribution")}>
              {(Object.keys(DISTRIBUTION_LABELS) as Kind[]).map((each) => (
                <option key={each} value={each}>
                  {DISTRIBUTION_LABELS[each].label}
                </option>
              ))}
            </Select>
          )}
        </FormField>
        {kind === "smddp" || kind === "smp" ? (
          <FormField name="mpiOptions" label="MPI options" help="Further options of mpirun.">
            {(ids) => <Input {...ids} mono autoComplete="off" {...register("mpiOptions")} />}
          </FormField>
        ) : null}
        {kind === "smp" ? (
          <>
            <FormField name="smpParameters" label="Model parallel parameters" required help="A JSON object.">
              {(ids) => <Textarea {...ids} mono placeholder='{"partitions": 2}' {...register("smpParameters")} />}
            </FormField>
            <FormField name="smpProcesses" label="Processes per host" help="As many as GPUs; 1 by default.">
              {(ids) => <Input {...ids} inputMode="numeric" {...register("smpProcesses")} />}
            </FormField>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
