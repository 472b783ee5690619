import type { HubModel } from "./view";

/** What the deploy form says of a model on the Hub, as one or two sentences. */
export function hubModelWords(id: string, model: HubModel): string {
  switch (model.state) {
    case "found":
      return [`Found on the Hub${model.task ? `: ${model.task}` : ""}.`, accessWords(model)].filter(Boolean).join(" ");
    case "missing":
      return `${id} does not exist on the Hub.`;
    case "no-revision":
      return `${id} has no such revision.`;
    case "hidden":
      return model.withToken
        ? `The workspace's saved token may not read ${id}.`
        : `${id} does not exist on the Hub, or it is private and needs a token.`;
    case "unknown":
      return `Could not look at the Hub (${UNKNOWN[model.reason]}). You can deploy all the same.`;
  }
}

const UNKNOWN = { unreachable: "offline?", "too-slow": "no answer in 3 seconds", refused: "it answered with an error" };

type Found = Extract<HubModel, { state: "found" }>;

function accessWords({ isGated, isPrivate, withToken }: Found): string {
  if (isGated && withToken) return "Gated: needs a token whose owner was granted access.";
  if (isGated) return "Gated: needs a token, and the workspace has none saved.";
  return isPrivate ? "Private: needs a token that may read it." : "";
}
