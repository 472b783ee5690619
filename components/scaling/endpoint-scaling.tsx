"use client";

import { useQuery } from "@tanstack/react-query";

import { useMetricsWindow } from "@/components/metrics/use-metrics-window";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { problemIn } from "@/lib/problem-in";
import { scalingQueries } from "@/lib/scaling/queries";

import { ScalingFacts } from "./scaling-facts";
import { ScalingSettings } from "./scaling-settings";
import { ScalingTimeline } from "./scaling-timeline";

/** What scales an endpoint: what happened, by which rules, and the rules' editor. */
export function EndpointScaling({ name }: { name: string }) {
  const { id } = useWorkspace();
  const state = useMetricsWindow();
  const scaling = useQuery(scalingQueries.endpoint(id, name));
  if (scaling.isPending) return <TableSkeleton rows={6} />;
  if (!scaling.data) {
    return (
      <ErrorPanel
        title="Scaling could not be loaded"
        problem={problemIn(scaling.error)}
        onRetry={() => void scaling.refetch()}
      />
    );
  }
  const { variants, mode } = scaling.data;
  const chosen = variants.find(({ variant }) => variant === state.params.variant) ?? variants[0];
  if (!chosen) return null;
  return (
    <div className="flex flex-col gap-5">
      <ScalingFacts scaling={chosen} mode={mode} />
      <ScalingTimeline endpoint={name} variants={variants.map(({ variant }) => variant)} state={state} />
      <ScalingSettings key={chosen.resourceId} endpoint={name} mode={mode} scaling={chosen} />
    </div>
  );
}
