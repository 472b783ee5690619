"use client";

import { useQueryStates } from "nuqs";

import { replayParams } from "@/lib/scaling/replay/search-params";
import type { ReplayChange } from "@/lib/scaling/replay/view";

/** What a replay shows, as its address says, and the ways to change it. */
export function useReplayParams() {
  const [params, setParams] = useQueryStates(replayParams, { history: "replace" });
  return {
    params,
    setParams,
    /** The settings to try: the endpoint's own where the address says nothing. */
    changeFrom: (now: ReplayChange): ReplayChange => ({
      target: params.target ?? now.target,
      min: params.min ?? now.min,
      max: params.max ?? now.max,
      scaleOutCooldownSeconds: params.out ?? now.scaleOutCooldownSeconds,
      scaleInCooldownSeconds: params.in ?? now.scaleInCooldownSeconds,
      scheduled: params.actions ?? now.scheduled,
    }),
    forget: () =>
      void setParams({ target: null, min: null, max: null, out: null, in: null, startUp: null, actions: null }),
  };
}
