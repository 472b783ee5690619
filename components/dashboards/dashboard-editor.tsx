"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { moved, nextPanel, withChart } from "@/lib/dashboards/panels";
import { DashboardName, type DashboardPanel, MAX_PANELS } from "@/lib/dashboards/schema";
import type { SavedDashboard } from "@/lib/dashboards/view";
import { problemIn } from "@/lib/problem-in";

import { PanelRow } from "./panel-row";
import { useDashboards } from "./use-dashboards";

type Props = { dashboard: SavedDashboard; onDone: () => void };

/** A dashboard's name and charts, to be changed and saved together. */
export function DashboardEditor({ dashboard, onDone }: Props) {
  const { save } = useDashboards();
  // Of when editing began: what others save meanwhile must not be overwritten.
  const [version] = useState(dashboard.version);
  const [name, setName] = useState(dashboard.name);
  const [panels, setPanels] = useState(dashboard.panels.length > 0 ? dashboard.panels : [nextPanel(dashboard.panels)]);
  const [isAsked, setAsked] = useState(false);
  const problem = save.error && problemIn(save.error);
  const isNameGood = DashboardName.safeParse(name).success;
  const nameError = problem?.fieldErrors?.name?.[0] ?? (isAsked && !isNameGood ? "Give it a name." : undefined);
  const change = (id: string, next: Partial<DashboardPanel>) =>
    setPanels(panels.map((panel) => (panel.id === id ? { ...panel, ...next } : panel)));

  return (
    <form
      aria-label="Dashboard"
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (save.isPending || !isNameGood || panels.some(({ names }) => names.length === 0)) return;
        save.mutate({ id: dashboard.id, version, name, panels }, { onSuccess: onDone });
      }}
    >
      <Field label="Name" required error={nameError} className="max-w-120">
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div>
        <h2 className="pb-2 text-base font-semibold">Charts</h2>
        <ol aria-label="Charts" className="rounded-panel border border-border bg-panel empty:hidden">
          {panels.map((panel, index) => (
            <PanelRow
              key={panel.id}
              panel={panel}
              place={index + 1}
              isLast={index === panels.length - 1}
              error={isAsked && panel.names.length === 0 ? "Choose what the chart shows." : null}
              onChart={(chart) => setPanels(withChart(panels, panel.id, chart))}
              onNames={(names) => change(panel.id, { names })}
              onMove={(step) => setPanels(moved(panels, panel.id, step))}
              onRemove={() => setPanels(panels.filter(({ id }) => id !== panel.id))}
            />
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-3 pt-3">
          <Button disabled={panels.length >= MAX_PANELS} onClick={() => setPanels([...panels, nextPanel(panels)])}>
            <Plus aria-hidden="true" />
            Add chart
          </Button>
          {panels.length >= MAX_PANELS ? (
            <span className="text-sm text-muted">{MAX_PANELS} charts are as many as fit.</span>
          ) : null}
        </div>
      </div>
      {problem && !problem.fieldErrors?.name ? <ErrorPanel problem={problem} /> : null}
      <div className="flex gap-2 border-t border-border pt-4">
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save dashboard
        </Button>
        <Button onClick={onDone}>Discard changes</Button>
      </div>
    </form>
  );
}
