"use client";

import { useFormContext, useWatch } from "react-hook-form";

import type { DeployFormValues } from "@/lib/deploy/schema";
import type { Mend } from "@/lib/preflight/view";

import { PreflightList } from "./preflight-list";
import { usePreflight } from "./use-preflight";

/** What would go wrong with the deploy form as it is filled in, live; nothing in it holds anybody up. */
export function PreflightPanel() {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const checks = usePreflight(useWatch({ control }) as DeployFormValues);

  function mend({ set }: Mend) {
    for (const [field, value] of Object.entries(set)) {
      setValue(field as keyof DeployFormValues, value, { shouldDirty: true });
    }
  }

  return <PreflightList title="Preflight" checks={checks} onMend={mend} />;
}
