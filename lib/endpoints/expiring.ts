import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import { addTags, deleteTags } from "@/lib/aws/sagemaker/change-tags";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { listTags } from "@/lib/aws/sagemaker/tags";
import type { Workspace } from "@/lib/workspaces/view";

import { listAllEndpoints } from "./all-endpoints";
import { EXPIRES_AT_TAG, expiryOf } from "./expiry";
import { inPool } from "./pool";
import type { SetExpiryInput } from "./schema";
import type { ExpiringEndpoint } from "./view";

const WIDTH = 5;
/** One ListTags for each endpoint: too many to ask for whenever somebody looks. */
const TTL_MS = 300_000;

/** Every endpoint with an expiry tag, soonest first. */
export function listExpiring(workspace: Workspace): Promise<ExpiringEndpoint[]> {
  return cachedRead(workspace, "ExpiringEndpoints", null, TTL_MS, async () => {
    const { endpoints } = await listAllEndpoints(workspace);
    const standing = endpoints.filter(({ status }) => status !== "Deleting");
    const found = await inPool(standing, WIDTH, async ({ name, arn, status }) => {
      const expiresAt = expiryOf(await listTags(workspace, arn).catch(() => []));
      return expiresAt ? { name, status, expiresAt } : null;
    });
    return found.filter((each) => each !== null).sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
  });
}

/** Sets when an endpoint expires, or that it does not. */
export async function setExpiry(workspace: Workspace, { name, expiresAt }: SetExpiryInput): Promise<void> {
  const { arn } = await describeEndpoint(workspace, name);
  if (expiresAt === null) await deleteTags(workspace, arn, [EXPIRES_AT_TAG]);
  else await addTags(workspace, arn, [{ key: EXPIRES_AT_TAG, value: expiresAt }]);
}
