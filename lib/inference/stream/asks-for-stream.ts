import { isRecord } from "../is-record";
import type { InferenceRequest } from "../request";

/** Whether a request asks the container for its answer piece by piece: `"stream": true`, as all that stream take it. */
export function asksForStream({ body }: Pick<InferenceRequest, "body">): boolean {
  // Most bodies hold no such word: they need not be parsed.
  if (typeof body !== "string" || !/"stream"\s*:\s*true/.test(body)) return false;
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) && value.stream === true;
  } catch {
    return false;
  }
}
