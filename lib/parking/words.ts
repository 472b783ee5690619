import { plural } from "@/lib/format/numbers";

import type { ParkedSummary } from "./view";

/** What is kept of an endpoint, one phrase for each kind that it has. */
export function keptInWords(summary: ParkedSummary): string[] {
  const { variants, models, tags, alarms, scaledVariants, policies, schedules, hasDataCapture } = summary;
  const { components = [], scaledComponents = 0 } = summary;
  const scaled = [
    scaledVariants > 0 ? plural(scaledVariants, "variant") : null,
    scaledComponents > 0 ? plural(scaledComponents, "component") : null,
  ].filter(Boolean);
  const shadows = variants.filter(({ isShadow }) => isShadow).length;
  const scaling = [
    policies > 0 ? plural(policies, "policy", "policies") : null,
    schedules > 0 ? plural(schedules, "scheduled action") : null,
  ].filter(Boolean);
  return [
    `${plural(variants.length - shadows, "variant")} and ${plural(models.length, "model")}, with image, environment and role`,
    ...(shadows > 0 ? [plural(shadows, "shadow variant")] : []),
    ...(components.length > 0
      ? [`${plural(components.length, "inference component")}, with copies and environment`]
      : []),
    ...(hasDataCapture ? ["Data capture"] : []),
    ...(scaled.length > 0
      ? [`Scaling of ${scaled.join(" and ")}${scaling.length > 0 ? `: ${scaling.join(", ")}` : ""}`]
      : []),
    ...(alarms.length > 0 ? [plural(alarms.length, "alarm")] : []),
    ...(tags.length > 0 ? [plural(tags.length, "tag")] : []),
  ];
}
