import { formatMoment, formatSpan, type Zone } from "@/lib/charts/time-labels";
import { cn } from "@/lib/cn";
import type { DashboardView } from "@/lib/metrics/view";

type Props = { view: Pick<DashboardView, "fromMs" | "toMs" | "periodSeconds" | "isLive" | "marks">; zone: Zone };

/** What span the charts show, how fine, and what the lines across them mean. */
export function DashboardNotes({ view, zone }: Props) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm text-muted">
      <p>
        {formatSpan(view.fromMs, view.toMs, zone)}
        {zone === "utc" ? " UTC" : null}, a point for {periodName(view.periodSeconds)}
        {view.isLive ? "; the last is still being filled" : null}.{" "}
        <span className="max-sm:hidden">Drag over a chart to zoom in.</span>
      </p>
      {view.marks.length > 0 ? (
        <ul aria-label="Marks" className="flex flex-wrap gap-x-4 gap-y-1">
          {view.marks.map(({ at, label, kind }) => (
            <li key={`${at} ${label}`} className="flex items-center gap-1.5">
              <span
                aria-hidden="true"
                className={cn("h-3.5 border-l border-dashed", kind === "alarm" ? "border-danger" : "border-accent")}
              />
              {label}, {formatMoment(Date.parse(at) / 1_000, zone)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function periodName(seconds: number): string {
  if (seconds < 3_600) return seconds === 60 ? "each minute" : `every ${seconds / 60} minutes`;
  if (seconds < 86_400) return seconds === 3_600 ? "each hour" : `every ${seconds / 3_600} hours`;
  return "each day";
}
