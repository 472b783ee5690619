import { createHash } from "node:crypto";

/** The key by which endpoints share a loaded model: the same files for the same task. */
export function modelKey(identity: string, task: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([identity, task]))
    .digest("hex");
}

/** The id of the one instance that a variant seems to have: stable, so that its log stream stays the same. */
export function instanceId(endpointName: string, variantName: string): string {
  return `i-0${createHash("sha256").update(`${endpointName}/${variantName}`).digest("hex").slice(0, 16)}`;
}
