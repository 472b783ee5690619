"use client";

import { useQuery } from "@tanstack/react-query";
import { Scaling } from "lucide-react";
import { useQueryState } from "nuqs";

import { type MetricsWindowState, useMetricsWindow } from "@/components/metrics/use-metrics-window";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TableSkeleton } from "@/components/ui/skeleton";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import { INSTANCES } from "@/lib/scaling/dimensions";
import type { EndpointScalingView, VariantScaling } from "@/lib/scaling/endpoint-view";
import { scalingQueries } from "@/lib/scaling/queries";
import { scalingView } from "@/lib/scaling/search-params";

import { ReplaySection } from "./replay/replay-section";
import { ScalingFacts } from "./scaling-facts";
import { ScalingSettings } from "./scaling-settings";
import { ScalingTimeline } from "./scaling-timeline";

/** What scales an endpoint: what happened, by which rules, and the rules' editor. */
export function EndpointScaling({ name }: { name: string }) {
  const { id } = useWorkspace();
  const state = useMetricsWindow();
  const [view, setView] = useQueryState("view", scalingView);
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
  const { variants, mode, hostsComponents } = scaling.data;
  const chosen = variants.find(({ variant }) => variant === state.params.variant) ?? variants[0];
  if (!chosen) return hostsComponents ? <NothingToScale endpoint={name} /> : null;
  const replayed = variants.filter(({ dimension }) => dimension === INSTANCES);
  const isReplay = view === "replay" && replayed.length > 0;
  return (
    <div className="flex flex-col gap-5">
      {replayed.length > 0 ? (
        <SegmentedControl
          label="What to look at"
          value={isReplay ? "replay" : "now"}
          onChange={(next) => void setView(next)}
          segments={[
            { value: "now", label: "Activity and rules" },
            { value: "replay", label: "Replay" },
          ]}
        />
      ) : null}
      {isReplay ? (
        <ReplaySection endpoint={name} mode={mode} variants={replayed} />
      ) : (
        <Rules name={name} scaling={scaling.data} chosen={chosen} state={state} />
      )}
    </div>
  );
}

type RulesProps = {
  name: string;
  scaling: EndpointScalingView;
  chosen: VariantScaling;
  state: MetricsWindowState;
};

/** How things stand, what happened, and the rules with their editor. */
function Rules({ name, scaling: { variants, mode, hostsComponents }, chosen, state }: RulesProps) {
  return (
    <>
      <ScalingFacts scaling={chosen} mode={mode} />
      <ScalingTimeline
        endpoint={name}
        variants={variants.map(({ variant }) => variant)}
        noun={hostsComponents ? "component" : "variant"}
        state={state}
      />
      <ScalingSettings key={chosen.resourceId} endpoint={name} mode={mode} scaling={chosen} />
    </>
  );
}

/** Instances under components are SageMaker's own to scale: here it is copies that are scaled. */
function NothingToScale({ endpoint }: { endpoint: string }) {
  const { id } = useWorkspace();
  return (
    <EmptyState
      icon={Scaling}
      title="Nothing to scale yet"
      action={
        <ButtonLink
          variant="primary"
          href={workspacePath(id, `/endpoints/${encodeURIComponent(endpoint)}?tab=components`)}
        >
          Components
        </ButtonLink>
      }
    >
      The endpoint hosts inference components, and copies of those are scaled. It has none.
    </EmptyState>
  );
}
