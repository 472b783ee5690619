"use client";

import { ArrowDown, ArrowUp, CircleAlert, Trash2 } from "lucide-react";

import { pickableChart } from "@/catalog/metrics/select";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { chartChoices, kindOf } from "@/lib/dashboards/panels";
import type { DashboardPanel } from "@/lib/dashboards/schema";

import { NamesPicker } from "./names-picker";

type Props = {
  panel: DashboardPanel;
  /** From 1. */
  place: number;
  isLast: boolean;
  /** Said when there is something to mend. */
  error: string | null;
  onChart: (chart: string) => void;
  onNames: (names: string[]) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

const CHOICES = chartChoices();

/** One chart of a dashboard that is being changed. */
export function PanelRow({ panel, place, isLast, error, onChart, onNames, onMove, onRemove }: Props) {
  const chart = pickableChart(panel.chart);
  if (!chart) return null;
  const name = `chart ${place}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-border px-3 py-2.5 first:border-t-0">
      <span className="w-5 pt-1.5 text-right text-sm text-muted tabular-nums max-sm:hidden">{place}</span>
      <div className="w-64 max-sm:w-full">
        <Select aria-label={`What ${name} shows`} value={panel.chart} onChange={(event) => onChart(event.target.value)}>
          {CHOICES.map(({ title, charts }) => (
            <optgroup key={title} label={title}>
              {charts.map(({ id, title: chartTitle }) => (
                <option key={id} value={id}>
                  {chartTitle}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <p className="pt-1 text-xs text-muted">{chart.help}</p>
      </div>
      <div className="min-w-60 flex-1 max-sm:min-w-full">
        <NamesPicker kind={kindOf(chart)} place={name} names={panel.names} onChange={onNames} />
        {error ? (
          <p role="alert" className="flex items-start gap-1 pt-1 text-sm text-danger">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
      <span className="flex">
        <IconButton label={`Move ${name} up`} disabled={place === 1} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden="true" />
        </IconButton>
        <IconButton label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
