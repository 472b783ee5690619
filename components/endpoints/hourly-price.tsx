import { Tooltip } from "@/components/ui/tooltip";
import type { HourlyCost } from "@/lib/endpoints/cost";
import { formatDate } from "@/lib/format/dates";
import { formatUsdInColumn, formatUsdPerHour } from "@/lib/format/money";

/** A cost per hour with the day its prices were read on; a dash where it is unknown. */
export function HourlyPrice({ cost, withUnit = false }: { cost: HourlyCost; withUnit?: boolean }) {
  if (cost.usdPerHour === null) return <span className="text-muted">–</span>;
  const text = withUnit ? formatUsdPerHour(cost.usdPerHour) : formatUsdInColumn(cost.usdPerHour);
  if (!cost.priceDate) return <span className="tabular-nums">{text}</span>;
  return (
    <Tooltip
      label={`${formatUsdPerHour(cost.usdPerHour)}, on-demand price as of ${formatDate(cost.priceDate)}, instances only`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the price's date must be reachable by keyboard too */}
      <span tabIndex={0} className="tabular-nums">
        {text}
      </span>
    </Tooltip>
  );
}
