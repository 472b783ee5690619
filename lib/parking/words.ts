import { plural } from "@/lib/format/numbers";

import type { ParkedSummary } from "./view";

/** What is kept of an endpoint, one phrase for each kind that it has. */
export function keptInWords(summary: ParkedSummary): string[] {
  const { variants, models, tags, alarms, scaledVariants, policies, schedules, hasDataCapture } = summary;
  const shadows = variants.filter(({ isShadow }) => isShadow).length;
  const scaling = [
    policies > 0 ? plural(policies, "policy", "policies") : null,
    schedules > 0 ? plural(schedules, "scheduled action") : null,
  ].filter(Boolean);
  return [
    `${plural(variants.length - shadows, "variant")} and ${plural(models.length, "model")}, with image, environment and role`,
    ...(shadows > 0 ? [plural(shadows, "shadow variant")] : []),
    ...(hasDataCapture ? ["Data capture"] : []),
    ...(scaledVariants > 0
      ? [`Scaling of ${plural(scaledVariants, "variant")}${scaling.length > 0 ? `: ${scaling.join(", ")}` : ""}`]
      : []),
    ...(alarms.length > 0 ? [plural(alarms.length, "alarm")] : []),
    ...(tags.length > 0 ? [plural(tags.length, "tag")] : []),
  ];
}
