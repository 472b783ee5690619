"use client";

import { useState } from "react";

import type { EndpointMode } from "@/lib/endpoints/config-view";
import { conflictsOf } from "@/lib/scaling/conflicts";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { planChange } from "@/lib/scaling/plan-change";
import { ScalingConfig } from "@/lib/scaling/schema";

const NOT_SUSPENDED = { scaleIn: false, scaleOut: false, scheduled: false };

/** The wish that an editor holds, what is wrong with it, and the requests that it takes. */
export function useScalingDraft(scaling: VariantScaling, mode: EndpointMode, start: ScalingConfig | null) {
  const [draft, setDraft] = useState<ScalingConfig>(() => structuredClone(start ?? fresh(scaling)));
  const [isChecked, setChecked] = useState(false);
  const parsed = ScalingConfig.safeParse(draft);
  const problems = new Map(
    isChecked && !parsed.success ? parsed.error.issues.map(({ path, message }) => [path.join("."), message]) : [],
  );
  const target = { resourceId: scaling.resourceId, dimension: scaling.dimension };
  const present = scaling.config && { config: scaling.config, arns: scaling.arns };
  const requests = parsed.success ? planChange(target, present, parsed.data) : [];
  return {
    draft,
    change: (part: Partial<ScalingConfig>) => setDraft((before) => ({ ...before, ...part })),
    reset: (to: ScalingConfig | null) => {
      setDraft(structuredClone(to ?? fresh(scaling)));
      setChecked(false);
    },
    /** Marks what is wrong; the wish when nothing is. */
    check: (): ScalingConfig | null => {
      setChecked(true);
      return parsed.success ? parsed.data : null;
    },
    error: (path: string) => problems.get(path),
    isValid: parsed.success,
    problemCount: problems.size,
    conflicts: parsed.success ? conflictsOf({ mode, dimension: scaling.dimension, config: parsed.data }) : [],
    requests,
  };
}

export type ScalingDraft = ReturnType<typeof useScalingDraft>;

/** Where nothing scales it yet: from what it has now to four times as many. */
function fresh({ state, floor, dimension }: VariantScaling): ScalingConfig {
  const now = Math.max(floor.min, (dimension.endsWith("Concurrency") ? state.desiredConcurrency : state.desired) ?? 1);
  return { min: now, max: Math.max(4, now * 4), suspended: NOT_SUSPENDED, policies: [], scheduled: [] };
}
