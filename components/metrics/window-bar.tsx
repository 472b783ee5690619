"use client";

import { RefreshCw } from "lucide-react";

import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Toolbar } from "@/components/ui/toolbar";
import { formatSpan } from "@/lib/charts/time-labels";
import { cn } from "@/lib/cn";
import { PRESETS, type PresetId } from "@/lib/metrics/windows";

import { MomentsDialog } from "./moments-dialog";
import type { MetricsWindowState } from "./use-metrics-window";

type Props = {
  state: MetricsWindowState;
  /** What the charts show; null while nothing is there yet. */
  shown: { fromMs: number; toMs: number } | null;
  variants: readonly string[];
  /** What `variants` are. */
  noun: "variant" | "component";
  canCompare: boolean;
  isFetching: boolean;
  onRefresh: () => void;
};

const CUSTOM = "custom";

/** Which time the charts show, on whose clock, and against what. */
export function WindowBar({ state, shown, variants, noun, canCompare, isFetching, onRefresh }: Props) {
  const { params, isAbsolute, setPreset, setMoments, setParams } = state;
  return (
    <Toolbar
      label="Window of time"
      end={
        <>
          <SegmentedControl
            label="Clock"
            value={params.zone}
            onChange={(zone) => void setParams({ zone })}
            segments={[
              { value: "local", label: "Local" },
              { value: "utc", label: "UTC" },
            ]}
          />
          <IconButton label="Refresh" onClick={onRefresh} disabled={isFetching}>
            <RefreshCw aria-hidden="true" className={cn(isFetching && "animate-spin motion-reduce:animate-none")} />
          </IconButton>
        </>
      }
    >
      <Select
        aria-label="Window"
        className={isAbsolute ? "w-64 max-sm:w-full" : "w-40"}
        value={isAbsolute ? CUSTOM : params.range}
        onChange={(event) => setPreset(event.target.value as PresetId)}
      >
        {isAbsolute ? (
          <option value={CUSTOM}>
            {shown ? formatSpan(shown.fromMs, shown.toMs, params.zone) : "Between two moments"}
          </option>
        ) : null}
        {PRESETS.map(({ id, label }) => (
          <option key={id} value={id}>
            Last {label}
          </option>
        ))}
      </Select>
      <MomentsDialog shown={shown} zone={params.zone} onChoose={setMoments} />
      {variants.length > 1 ? (
        <Select
          aria-label={noun === "variant" ? "Variant" : "Component"}
          className="w-44"
          value={params.variant ?? ""}
          onChange={(event) => void setParams({ variant: event.target.value || null })}
        >
          {noun === "variant" ? <option value="">All variants</option> : null}
          {variants.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {canCompare ? (
        <Switch
          label="Compare with the period before"
          className="sm:pl-2"
          checked={params.compare}
          onCheckedChange={(compare) => void setParams({ compare })}
        />
      ) : null}
    </Toolbar>
  );
}
