"use client";

import { ChartLine, Download, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { saveFile } from "@/components/ui/save-file";
import { chartCsv } from "@/lib/charts/chart-csv";
import { describeChart, hasValues, type TimeChart } from "@/lib/charts/time-chart";
import { formatMoment, type TimeBase } from "@/lib/charts/time-labels";
import { formatReading } from "@/lib/format/numbers";

import { EmptyFigure } from "./empty-figure";
import { TimeLegend } from "./time-legend";
import { TimePlot } from "./time-plot";
import { TimeTable } from "./time-table";
import type { ChartMark, PlotSettings } from "./uplot-options";

type TimeFigureProps = {
  title: string;
  /** Beside the title: what the chart shows. */
  help?: ReactNode;
  chart: TimeChart;
  /** Without its ending. */
  fileName: string;
  zone?: TimeBase;
  span?: PlotSettings["span"];
  marks?: readonly ChartMark[];
  syncKey?: string | null;
  onZoom?: PlotSettings["onZoom"];
  /** Further buttons, before those of every chart. */
  actions?: ReactNode;
  /** Why there is nothing to draw, where there is nothing. */
  empty?: string;
};

const NO_MARKS: readonly ChartMark[] = [];

/** Values over time as lines or as a table of the same values, which can also be taken away as CSV. */
export function TimeFigure({
  title,
  help,
  chart,
  fileName,
  zone = "local",
  span = null,
  marks = NO_MARKS,
  syncKey = null,
  onZoom = null,
  actions,
  empty = "No values in this window.",
}: TimeFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const at = asTable || pointed === null ? undefined : chart.times[pointed];
  if (!hasValues(chart)) {
    return (
      <EmptyFigure title={title} help={help} actions={actions}>
        {empty}
      </EmptyFigure>
    );
  }
  return (
    <figure aria-label={title} className="min-w-0">
      <figcaption className="flex items-center gap-1 pb-1">
        <span className="min-w-0 font-medium break-words">{title}</span>
        {help}
        <span className="ml-auto flex shrink-0 items-center">
          {at === undefined ? null : (
            <time
              dateTime={zone === "elapsed" ? `PT${at}S` : new Date(at * 1_000).toISOString()}
              className="pr-2 text-xs text-muted tabular-nums"
            >
              {formatMoment(at, zone)}
            </time>
          )}
          {actions}
          <IconButton
            size="sm"
            label={asTable ? `Show ${title} as chart` : `Show ${title} as table`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartLine aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          </IconButton>
          <IconButton
            size="sm"
            label={`Download ${title} as CSV`}
            onClick={() => saveFile(`${fileName}.csv`, chartCsv(chart, zone), "text/csv")}
          >
            <Download aria-hidden="true" />
          </IconButton>
        </span>
      </figcaption>
      {asTable ? (
        <TimeTable title={title} chart={chart} zone={zone} />
      ) : (
        <>
          <TimePlot
            label={describeChart(title, chart, formatReading)}
            chart={chart}
            span={span}
            marks={marks}
            zone={zone}
            syncKey={syncKey}
            onPoint={setPointed}
            onZoom={onZoom}
          />
          <TimeLegend chart={chart} pointed={pointed} />
        </>
      )}
    </figure>
  );
}
