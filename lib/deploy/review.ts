import { MASK } from "@/lib/secrets/mask";

import { buildRequests } from "./build-requests";
import { deployNames } from "./names";
import type { DeployInput } from "./schema";
import { maskRequests } from "./secrets";
import type { DeployRequests } from "./view";

/** The requests that a form will be sent as, without its secrets: the saved token never was in the browser. */
export function reviewedRequests(input: DeployInput, region: string): DeployRequests {
  const requests = buildRequests(input, {
    region,
    names: deployNames(input, new Date(input.stampedAt)),
    hubToken: input.hubTokenFrom === "none" ? null : MASK,
  });
  return maskRequests(requests);
}
