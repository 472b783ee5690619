"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { isUnderWay } from "@/lib/operations/view";
import { INSTANCES } from "@/lib/scaling/dimensions";
import { scalingQueries } from "@/lib/scaling/queries";
import { currentPercents } from "@/lib/traffic/plan-split";
import { updateRefusal } from "@/lib/updates/update-refusal";

import { ReviewSplit } from "./review-split";
import { SplitProgress } from "./split-progress";
import { TrafficBar } from "./traffic-bar";
import { TrafficRow } from "./traffic-row";
import { useSplitDraft } from "./use-split-draft";
import { useSplitTraffic } from "./use-split-traffic";

/** A slider for each variant; together they are always the whole traffic. */
export function TrafficEditor({ endpoint }: { endpoint: EndpointDetail }) {
  const { id } = useWorkspace();
  const { name, oldFleet, variants, status, mode } = endpoint;
  const [isReviewing, setReviewing] = useState(false);
  const split = useSplitTraffic(name);
  // Only asynchronous endpoints go to zero.
  const least = mode === "async" ? 0 : 1;
  const draft = useSplitDraft(
    name,
    oldFleet,
    least,
    split.operation?.status === "succeeded" ? split.operation.id : null,
  );
  const scaling = useQuery(scalingQueries.endpoint(id, name));
  const isRunning = split.operation !== null && isUnderWay(split.operation);
  const refusal = useRefusal("endpoint:deploy") ?? (isRunning ? "It is being changed." : updateRefusal(status));
  const now = currentPercents(oldFleet);
  const scaledOf = (variant: string) =>
    scaling.data?.variants.find((each) => each.variant === variant && each.dimension === INSTANCES)?.config ?? null;
  const isChanged = draft.requests.length > 0;
  const hasErrors = Object.keys(draft.errors).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <TrafficBar parts={draft.wish} />
      <ul aria-label="Variants" className="flex flex-col divide-y divide-border">
        {oldFleet.map((running, index) => (
          <TrafficRow
            key={running.name}
            endpoint={name}
            index={index}
            running={running}
            variant={variants.find((each) => each.name === running.name) ?? null}
            wish={draft.wish[index] ?? null}
            nowPercent={now[index] ?? 0}
            scaled={scaledOf(running.name)}
            leastInstances={least}
            error={draft.errors[running.name] ?? null}
            isDisabled={refusal !== null}
            onPercent={(percent) => draft.setPercent(index, percent)}
            onInstances={(instances) => draft.setInstances(index, instances)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          disabled={refusal !== null || !isChanged || hasErrors}
          onClick={() => {
            split.reset();
            setReviewing(true);
          }}
        >
          Review change
        </Button>
        <Button variant="ghost" disabled={isRunning || (!isChanged && !hasErrors)} onClick={draft.reset}>
          Undo
        </Button>
        <span className="text-sm text-muted">
          {refusal ?? (isChanged ? null : "Move a slider to change the split.")}
        </span>
      </div>
      {split.operation ? <SplitProgress operation={split.operation} /> : null}
      <ReviewSplit
        open={isReviewing}
        onOpenChange={setReviewing}
        requests={draft.requests}
        busy={split.isPending}
        error={split.error}
        onApply={() =>
          split.mutate(
            { wish: draft.wish, requests: draft.requests },
            {
              onSuccess: (operation) => {
                draft.markSent(operation.id);
                setReviewing(false);
              },
            },
          )
        }
      />
    </div>
  );
}
