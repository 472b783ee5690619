import type { TimeChart } from "@/lib/charts/time-chart";

import type { CostKind, CostsView } from "./view";

const NAMES: Record<CostKind, string> = { endpoint: "Endpoints", training: "Training", transform: "Batch" };

/** Dollars of each hour by kind; a kind that cost nothing all month has no line. */
export function prepareCostChart({ hours, usdByHour }: Pick<CostsView, "hours" | "usdByHour">): TimeChart {
  const kinds = (Object.keys(NAMES) as CostKind[]).filter((kind) => usdByHour[kind].some((usd) => usd > 0));
  return {
    times: hours,
    unit: "$",
    lines: kinds.map((kind, index) => ({
      name: NAMES[kind],
      hue: index + 1,
      values: usdByHour[kind].map((usd) => Number(usd.toPrecision(6))),
      previous: null,
      summary: {
        label: "this month",
        value: Number(usdByHour[kind].reduce((a, b) => a + b, 0).toFixed(4)),
        previous: null,
      },
    })),
  };
}
