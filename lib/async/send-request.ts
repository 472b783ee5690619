import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";

import { asyncApi } from "./queries";

export type NewRequest = {
  id: string;
  endpoint: string;
  task?: string | undefined;
  fileName?: string | undefined;
  ttlSeconds?: string | undefined;
  timeoutSeconds?: string | undefined;
} & ({ inputUri: string } | { body: string | Blob; contentType: string });

/** Sends one request through the console; sent again with its id, it is not sent twice. */
export async function sendRequest(workspace: string, request: NewRequest): Promise<{ id: string }> {
  const { id, endpoint, task, fileName, ttlSeconds, timeoutSeconds } = request;
  const inputUri = "inputUri" in request ? request.inputUri : undefined;
  const said = { id, endpoint, task, fileName, ttlSeconds, timeoutSeconds, inputUri };
  const query = new URLSearchParams(Object.entries(said).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const response = await fetch(asyncApi(workspace, `?${query}`), {
    method: "POST",
    ...("body" in request && { body: request.body, headers: { "content-type": request.contentType } }),
  }).catch(() => {
    throw new AppError("unavailable", "The console could not be reached.", {
      hint: "Check that it is still running and that you are online, then send it again.",
    });
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as { id: string };
}

/** Sends many with a few at once, telling how each went; one that fails does not hold up the others. */
export async function sendAll<T>(
  items: readonly T[],
  width: number,
  send: (item: T) => Promise<unknown>,
  onEnd: (item: T, problem: Error | null) => void,
): Promise<void> {
  const left = [...items];
  async function work(): Promise<void> {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const sent = item;
      await send(sent).then(
        () => onEnd(sent, null),
        (cause: unknown) => onEnd(sent, cause instanceof Error ? cause : new Error(String(cause))),
      );
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}
