import { defaultFailureUri } from "@/lib/async/build-config";

import type { DeployInput } from "./schema";

/** Where failures go when the form does not say: the same in the review and in what is sent. */
export function failureUriOf(
  input: Pick<DeployInput, "stampedAt" | "requestId">,
  bucket: string,
  modelName: string,
): string {
  return defaultFailureUri(bucket, modelName, new Date(input.stampedAt), input.requestId.slice(-4));
}
