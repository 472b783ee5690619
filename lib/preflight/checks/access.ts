import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, HubAccess, Look, Mend } from "../view";

/** The model and its revision exist on the Hub, and the container gets a token where it needs one. */
export function checkAccess({ values }: PreflightPlan, look: Look<HubAccess> | null): Check | null {
  if (values.source !== "hub" || !look) return null;
  if (look.state !== "seen") return notSeen("access", look);
  const found = look.value;
  const evidence = {
    Model: values.hubModelId,
    Revision: values.hubRevision || "main",
    Token: { none: "none", workspace: "the workspace's", typed: "typed here" }[values.hubTokenFrom],
  };
  const hasToken = values.hubTokenFrom !== "none";
  switch (found.state) {
    case "missing":
      return check("access", "will-fail", "The Hub has no such model.", evidence);
    case "no-revision":
      return check("access", "will-fail", "The model has no such revision.", evidence, {
        label: "Use the newest revision",
        set: { hubRevision: "" },
      });
    case "hidden":
      if (found.withToken && values.hubTokenFrom === "workspace") {
        return check("access", "will-fail", "The workspace's token may not read this model.", evidence);
      }
      if (hasToken)
        return check("access", "unseen", "Could not look: only the typed token may see this model.", evidence);
      return check(
        "access",
        "will-fail",
        "There is no such model, or it is private and needs a token.",
        evidence,
        withToken(found),
      );
    case "found":
      if (!found.isGated && !found.isPrivate) return check("access", "fine", "Anybody may read the model.", evidence);
      if (!hasToken) {
        const what = found.isGated ? "gated" : "private";
        return check(
          "access",
          "will-fail",
          `The model is ${what}, and the container gets no token.`,
          evidence,
          withToken(found),
        );
      }
      return found.isGated
        ? check("access", "warning", "The model is gated: the token's owner must have been granted access.", evidence)
        : check("access", "fine", "The model is private, and the container gets a token.", evidence);
  }
}

function withToken({ withToken: isSaved }: HubAccess): Mend {
  return isSaved
    ? { label: "Give it the workspace's token", set: { hubTokenFrom: "workspace" } }
    : { label: "Type a token", set: { hubTokenFrom: "typed" } };
}
