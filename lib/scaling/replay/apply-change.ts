import type { EndpointMode } from "@/lib/endpoints/config-view";

import type { VariantScaling } from "../endpoint-view";
import type { TrackingConfig } from "../policy-schema";
import { freshTracking } from "../presets";
import type { ScalingConfig } from "../schema";
import type { ReplayChange } from "./view";

type Tried = { endpoint: string; mode: EndpointMode; scaling: VariantScaling; change: ReplayChange; policy: string };

/** What scales a variant after a tried change: the policy that was replayed, or a new one where there was none. */
export function applyChange({ endpoint, mode, scaling, change, policy }: Tried): ScalingConfig {
  const { target, min, max, scaleOutCooldownSeconds, scaleInCooldownSeconds, scheduled } = change;
  const values = { target, scaleOutCooldownSeconds, scaleInCooldownSeconds };
  const before = scaling.config ?? {
    suspended: { scaleIn: false, scaleOut: false, scheduled: false },
    policies: [],
    scheduled: [],
  };
  const changed = before.policies.map((each) =>
    each.kind === "tracking" && each.name === policy ? { ...each, ...withDefaults(each, values) } : each,
  );
  const fresh = { ...freshTracking(endpoint, mode === "async" ? "real-time" : mode, scaling.dimension), ...values };
  return {
    ...before,
    min,
    max,
    scheduled: scheduled ?? before.scheduled,
    policies: policy === "" ? [...before.policies, fresh] : changed,
  };
}

/** A cooldown that was left to AWS stays so while it is what AWS takes. */
function withDefaults(
  before: TrackingConfig,
  values: Pick<TrackingConfig, "target" | "scaleOutCooldownSeconds" | "scaleInCooldownSeconds">,
) {
  const kept = (was: number | null, now: number | null) => (was === null && now === 300 ? null : now);
  return {
    ...values,
    scaleOutCooldownSeconds: kept(before.scaleOutCooldownSeconds, values.scaleOutCooldownSeconds),
    scaleInCooldownSeconds: kept(before.scaleInCooldownSeconds, values.scaleInCooldownSeconds),
  };
}
