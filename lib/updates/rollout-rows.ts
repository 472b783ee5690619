import type { EndpointView, RunningVariant } from "@/lib/endpoints/view";

export type RolloutRow = { fleet: "old" | "new"; variant: RunningVariant; share: number };

/** The variants of both fleets with their shares of the traffic, by the weights that they have now. */
export function rolloutRows(oldFleet: RunningVariant[], newFleet: RunningVariant[]): RolloutRow[] {
  const rows = [
    ...oldFleet.map((variant) => ({ fleet: "old" as const, variant })),
    ...newFleet.map((variant) => ({ fleet: "new" as const, variant })),
  ];
  const total = rows.reduce((sum, { variant }) => sum + (variant.currentWeight ?? 0), 0);
  return rows.map((row) => ({ ...row, share: total > 0 ? (row.variant.currentWeight ?? 0) / total : 0 }));
}

/** Why a running update cannot be stopped; null when an alarm can take it back now. */
export function stopRefusal({
  status,
  lastDeployment,
  pending,
}: Pick<EndpointView, "status" | "lastDeployment" | "pending">): string | null {
  if (status !== "Updating" || !pending) return "No update is under way.";
  if (!lastDeployment || lastDeployment.alarms.length === 0) {
    return "SageMaker stops an update only by one of its alarms, and this one has none.";
  }
  const isBaking = pending.variants.some(({ stages }) => stages.at(-1)?.stage === "Baking");
  return isBaking ? null : "Possible during a baking period: only then are its alarms watched.";
}
