import type { Firing } from "@/lib/alarms/firings";
import { isStanding } from "@/lib/alarms/firings";
import type { MetricWindowView } from "@/lib/alarms/view";
import { periodWords } from "@/lib/alarms/words";
import { formatSpan, type Zone } from "@/lib/charts/time-labels";
import { formatNumber, plural } from "@/lib/format/numbers";

type Props = { view: MetricWindowView; firings: readonly Firing[]; zone: Zone };

/** How often the rule would have fired in the window that is shown, said again whenever it changes. */
export function FiringCount({ view, firings, zone }: Props) {
  const known = view.values.filter((value) => value !== null).length;
  return (
    <div className="text-sm text-muted">
      <p role="status" className="text-base text-foreground">
        Would have fired <strong className="font-semibold">{plural(firings.length, "time")}</strong> in this window
        {isStanding(firings, view.values.length) ? ", and would stand now" : ""}.
      </p>
      <p>
        {formatSpan(view.fromMs, view.toMs, zone)}
        {zone === "utc" ? " UTC" : ""}: {formatNumber(known)} of {plural(view.values.length, "period")} of{" "}
        {periodWords(view.periodSeconds)} have data.
        {view.isCut ? " CloudWatch no longer keeps this period of what is older." : null}
      </p>
    </div>
  );
}
