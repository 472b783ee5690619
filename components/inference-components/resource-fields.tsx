"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { Input } from "@/components/ui/input";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import type { ComponentFormValues } from "@/lib/inference-components/schema";
import type { ComponentDetail } from "@/lib/inference-components/view";

import { RoomNote } from "./room-note";

type Props = { variant: VariantDetail; others: readonly ComponentDetail[]; component: ComponentDetail | null };

/** What each copy needs, and whether the instances have it. */
export function ResourceFields({ variant, others, component }: Props) {
  const { control, register } = useFormContext<ComponentFormValues>();
  const [cpuCores, minMemoryMb, accelerators, copies] = useWatch({
    control,
    name: ["cpuCores", "minMemoryMb", "accelerators", "copies"],
  });
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="pb-2 text-sm font-semibold">What each copy needs</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="cpuCores" label="vCPU" required>
          {(ids) => <Input {...ids} type="number" step="any" min={0.25} {...register("cpuCores")} />}
        </FormField>
        <FormField name="minMemoryMb" label="Memory in MB" required>
          {(ids) => <Input {...ids} type="number" inputMode="numeric" min={128} {...register("minMemoryMb")} />}
        </FormField>
        <FormField name="accelerators" label="Accelerators" help="Whole GPUs or Neuron devices; empty: none.">
          {(ids) => <Input {...ids} inputMode="numeric" autoComplete="off" {...register("accelerators")} />}
        </FormField>
        <FormField name="maxMemoryMb" label="Most memory in MB" help="A copy that takes more is stopped.">
          {(ids) => <Input {...ids} inputMode="numeric" autoComplete="off" {...register("maxMemoryMb")} />}
        </FormField>
        <FormField
          name="downloadTimeoutSeconds"
          label="Download time-out in seconds"
          help="For the model's archive; 60 to 3,600."
        >
          {(ids) => <Input {...ids} inputMode="numeric" autoComplete="off" {...register("downloadTimeoutSeconds")} />}
        </FormField>
        <FormField
          name="startupTimeoutSeconds"
          label="Start-up time-out in seconds"
          help="Until the container answers; 60 to 3,600."
        >
          {(ids) => <Input {...ids} inputMode="numeric" autoComplete="off" {...register("startupTimeoutSeconds")} />}
        </FormField>
      </div>
      <RoomNote
        variant={variant}
        others={others}
        need={{
          cpuCores: Number(cpuCores),
          memoryMiB: Number(minMemoryMb),
          accelerators: Number(accelerators || 0),
        }}
        copies={component ? (component.desiredCopies ?? 1) : Number(copies)}
      />
    </fieldset>
  );
}
