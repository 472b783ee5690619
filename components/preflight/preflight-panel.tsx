"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { Panel } from "@/components/ui/panel";
import type { DeployFormValues } from "@/lib/deploy/schema";
import type { Check, Mend, Verdict } from "@/lib/preflight/view";

import { CheckRow } from "./check-row";
import { usePreflight } from "./use-preflight";

/** What would go wrong with the form as it is filled in, live; nothing in it holds anybody up. */
export function PreflightPanel() {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const checks = usePreflight(useWatch({ control }) as DeployFormValues);

  function mend({ set }: Mend) {
    for (const [field, value] of Object.entries(set)) {
      setValue(field as keyof DeployFormValues, value, { shouldDirty: true });
    }
  }

  return (
    <Panel title="Preflight" flush>
      <p aria-live="polite" className="px-4 pb-2 text-sm text-muted">
        {headline(checks)}
      </p>
      <ul className="divide-y divide-border border-t border-border">
        {checks
          .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
          .map((check) => (
            <CheckRow key={check.id} check={check} onMend={mend} />
          ))}
      </ul>
    </Panel>
  );
}

/** What needs a hand comes first. */
const ORDER: Record<Verdict, number> = { "will-fail": 0, warning: 1, looking: 2, unseen: 3, fine: 4 };

function headline(checks: Check[]): string {
  const count = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  const failing = count("will-fail");
  const warnings = count("warning");
  if (failing > 0)
    return `${failing} of ${checks.length} checks ${failing === 1 ? "says" : "say"} that this will fail.`;
  if (warnings > 0) return `Nothing known will fail; ${warnings} ${warnings === 1 ? "thing" : "things"} to mind.`;
  return checks.some(({ verdict }) => verdict === "looking") ? "Looking …" : "Nothing known will fail.";
}
