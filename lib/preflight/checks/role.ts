import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, RoleFacts } from "../view";

/** The execution role is there, SageMaker may take it on, it reads the model, and the console may pass it. */
export function checkRole({ values }: PreflightPlan, look: Look<RoleFacts> | null): Check | null {
  if (!values.executionRoleArn || !look) return null;
  if (look.state !== "seen") return notSeen("role", look);
  const { trustsSageMaker, readsModel, isPassable } = look.value;
  const evidence = {
    Role: values.executionRoleArn,
    "Trusts SageMaker": word(trustsSageMaker),
    "Reads the model": word(readsModel),
    "May be passed": word(isPassable),
  };
  if (trustsSageMaker === false) {
    return check("role", "will-fail", "The role does not exist, or does not let SageMaker take it on.", evidence);
  }
  if (isPassable === false)
    return check("role", "will-fail", "The console may not pass this role to SageMaker (iam:PassRole).", evidence);
  // A bucket's own policy may allow what the role's do not.
  if (readsModel === false)
    return check("role", "warning", "The role's policies do not let it read the model's archive.", evidence);
  if (trustsSageMaker === null)
    return check("role", "unseen", "Could not look: the account does not let the console see its roles.", evidence);
  return check("role", "fine", "SageMaker may take the role on.", evidence);
}

function word(value: boolean | null): string {
  return value === null ? "not permitted to look" : value ? "yes" : "no";
}
