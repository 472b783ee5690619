"use client";

import { useQueryStates } from "nuqs";

import { metricsParams, toMetricsQuery } from "@/lib/metrics/search-params";
import { type PresetId, zoomTo } from "@/lib/metrics/windows";

/** What a dashboard shows, as its address says, and the ways to change it. */
export function useMetricsWindow() {
  const [params, setParams] = useQueryStates(metricsParams, { history: "replace" });
  return {
    params,
    query: toMetricsQuery(params),
    isAbsolute: params.from !== null && params.to !== null,
    setPreset: (range: PresetId) => void setParams({ range, from: null, to: null }),
    /** Between two moments; the way back is the browser's. */
    setMoments: (moments: { from: string; to: string }) => void setParams(moments, { history: "push" }),
    zoom: (fromSeconds: number, toSeconds: number) =>
      void setParams(zoomTo(fromSeconds * 1_000, toSeconds * 1_000), { history: "push" }),
    setParams,
  };
}

export type MetricsWindowState = ReturnType<typeof useMetricsWindow>;
