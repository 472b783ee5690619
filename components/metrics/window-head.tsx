"use client";

import type { UseQueryResult } from "@tanstack/react-query";

import { ErrorPanel } from "@/components/ui/error-panel";
import { askAnew } from "@/lib/http/get-json";
import { problemIn } from "@/lib/problem-in";

import type { MetricsWindowState } from "./use-metrics-window";
import { WindowBar } from "./window-bar";

type Props = {
  state: MetricsWindowState;
  metrics: UseQueryResult<{ fromMs: number; toMs: number }>;
  variants: readonly string[];
  /** What `variants` are: an endpoint's own, or the components that it hosts. */
  noun?: "variant" | "component";
  /** False where the charts have nothing of the period before. */
  canCompare?: boolean;
};

/** Above any dashboard: the window that it shows, and why it could not be read. */
export function WindowHead({ state, metrics, variants, noun = "variant", canCompare = true }: Props) {
  const refresh = () => askAnew(() => void metrics.refetch());
  return (
    <>
      <WindowBar
        state={state}
        shown={metrics.data ?? null}
        variants={variants}
        noun={noun}
        canCompare={canCompare}
        isFetching={metrics.isFetching}
        onRefresh={refresh}
      />
      {metrics.isError ? (
        <ErrorPanel
          className="mb-4"
          title="The metrics could not be loaded"
          problem={problemIn(metrics.error)}
          onRetry={refresh}
        />
      ) : null}
    </>
  );
}
