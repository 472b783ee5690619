import "server-only";
import { openObject } from "@/lib/aws/s3/read-object";
import { parseS3Uri } from "@/lib/own-code/places";
import type { Workspace } from "@/lib/workspaces/view";

/** So much of an answer is drawn; a larger one is a file to download. */
export const MAX_SHOWN_BYTES = 5 * 1024 * 1024;

/** An object's bytes when they are few enough to be shown; null when they are not. */
export async function readText(
  workspace: Workspace,
  uri: string,
): Promise<{ text: string; body: Uint8Array; bytes: number } | null> {
  const { body, bytes } = await openObject(workspace, parseS3Uri(uri));
  if (bytes > MAX_SHOWN_BYTES) {
    body.destroy();
    return null;
  }
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part as Uint8Array);
  const whole = Buffer.concat(parts);
  return { text: whole.toString("utf8"), body: whole, bytes };
}
