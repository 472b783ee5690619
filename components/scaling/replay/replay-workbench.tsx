"use client";

import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { proposeTarget } from "@/lib/scaling/replay/propose";
import { asChange, fidelityOf, INVOCATIONS, prepare, totalsOfActual } from "@/lib/scaling/replay/run";
import type { ReplayHistory } from "@/lib/scaling/replay/view";

import { ApplyReplay } from "./apply-replay";
import { ChangeForm } from "./change-form";
import { FidelityNote } from "./fidelity-note";
import { ReplayAssumptions } from "./replay-assumptions";
import { ReplayCharts } from "./replay-charts";
import { SweepPanel } from "./sweep-panel";
import { TotalsTable } from "./totals-table";
import { useReplayParams } from "./use-replay-params";
import { useReplayClient, useReplayRun } from "./use-replay-runs";

/** Whose traffic is replayed, and what scales it. */
export type ReplaySubject = { endpoint: string; mode: EndpointMode; scaling: VariantScaling };

type ReplayWorkbenchProps = { subject: ReplaySubject; history: ReplayHistory };

/** Today's settings and changed ones over the same traffic, side by side. */
export function ReplayWorkbench({ subject, history }: ReplayWorkbenchProps) {
  const { params, setParams, changeFrom, forget } = useReplayParams();
  const newTarget = proposeTarget(history);
  const prepared = prepare(history, newTarget);
  const now = asChange(prepared);
  const change = changeFrom(now);
  const startUpMinutes = params.startUp ?? history.startUp.minutes;
  // One target judges all runs, or they would not compare.
  const judging = { judgedBy: now.target, startUpMinutes };
  const client = useReplayClient(history, newTarget);
  const current = useReplayRun(client, null, judging);
  const changed = useReplayRun(client, change, judging);
  const problem = current.error ?? changed.error;

  const isSilent = !history.load[INVOCATIONS]?.values.some((value) => value !== null && value > 0);
  if (isSilent) {
    return (
      <EmptyState title="No traffic in this time">
        Nobody called this variant, or its metrics are not there yet. Look further back, or use a CSV file.
      </EmptyState>
    );
  }
  if (problem)
    return (
      <Callout tone="danger" title="The replay failed">
        {problem.message}
      </Callout>
    );
  if (!current.data || !changed.data) return <Skeleton className="h-72 w-full rounded-panel" />;

  const usdPerHour = history.price?.usdPerHour ?? null;
  const actual = history.actual.some((count) => count !== null)
    ? totalsOfActual(history.actual, prepared, now.target, usdPerHour)
    : null;
  return (
    <>
      <FidelityNote fidelity={fidelityOf(current.data.running, history.actual)} isScaled={history.settings !== null} />
      <Panel
        title="Try other settings"
        actions={<ApplyReplay subject={subject} change={change} policy={prepared.tracked.name} />}
      >
        <div className="flex flex-col gap-5">
          <ChangeForm
            now={now}
            change={change}
            scheduledToday={subject.scaling.config?.scheduled ?? []}
            metric={prepared.tracked.metric}
            startUp={history.startUp}
            startUpMinutes={startUpMinutes}
            onChange={(values) => void setParams(values)}
            onForget={forget}
          />
          <TotalsTable
            actual={actual}
            current={current.data.totals}
            changed={changed.data.totals}
            judgedBy={now.target}
            price={history.price}
            isScaled={history.settings !== null}
          />
        </div>
      </Panel>
      <ReplayCharts endpoint={subject.endpoint} history={history} current={current.data} changed={changed.data} />
      <SweepPanel
        client={client}
        now={now}
        change={change}
        judging={judging}
        usdPerHour={usdPerHour}
        onTry={(target, max) => void setParams({ target, max })}
      />
      <ReplayAssumptions history={history} />
    </>
  );
}
