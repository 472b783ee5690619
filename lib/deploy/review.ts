import { packedArchiveUri } from "@/lib/own-code/places";
import { MASK } from "@/lib/secrets/mask";
import { buildRequests } from "./build-requests";
import { failureUriOf } from "./failure-uri";
import { deployNames } from "./names";
import type { DeployInput } from "./schema";
import { maskRequests } from "./secrets";
import type { DeployRequests } from "./view";

/** `bucket`: the workspace's, to which an archive with one's own code goes. */
export type DeployPlace = { region: string; bucket: string };

/** The requests that a form will be sent as, without its secrets: the saved token never was in the browser. */
export function reviewedRequests(input: DeployInput, { region, bucket }: DeployPlace): DeployRequests {
  const names = deployNames(input, new Date(input.stampedAt));
  const requests = buildRequests(input, {
    region,
    names,
    packedUri: packedArchiveUri(bucket, names.model),
    failureUri: failureUriOf(input, bucket, names.model),
    hubToken: input.hubTokenFrom === "none" ? null : MASK,
  });
  return maskRequests(requests);
}
