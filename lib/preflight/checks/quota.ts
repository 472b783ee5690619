import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, Mend, QuotaFacts } from "../view";

/** The account has room for the instances, after what runs and what scaling may add to that. */
export function checkQuota({ values }: PreflightPlan, look: Look<QuotaFacts> | null): Check | null {
  if (values.mode === "serverless" || !look) return null;
  if (look.state !== "seen") return notSeen("quota", look);
  const { name, limit, used, mayAdd, isPartial } = look.value;
  const wanted = Number(values.instanceCount);
  const left = limit - used;
  const most =
    values.mode === "async" && values.scaleFromZero ? Math.max(wanted, Number(values.scaleMaxInstances)) : wanted;
  const evidence = {
    [name]: String(limit),
    Running: `${used}${isPartial ? " or more" : ""}`,
    "Scaling may add": String(mayAdd),
    "This deploy": most > wanted ? `${wanted}, up to ${most}` : String(wanted),
    Left: `${limit} − ${used} = ${left}`,
  };
  if (wanted > left) {
    const mend: Mend | null =
      left >= 1 ? { label: `Use ${left} instance${left === 1 ? "" : "s"}`, set: { instanceCount: left } } : null;
    const summary = `${wanted} more ${wanted === 1 ? "is" : "are"} over the account's quota of ${limit}: ask Service Quotas for "${name}".`;
    return check("quota", "will-fail", summary, evidence, mend);
  }
  if (most > left - mayAdd) {
    return check("quota", "warning", "There is room now, but not for all that scaling may add.", evidence);
  }
  return check("quota", "fine", `${left} left of ${limit}.`, evidence);
}
