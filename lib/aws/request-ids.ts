import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const scope = new AsyncLocalStorage<string[]>();

/** Runs `work` and gathers the request ids of every AWS call made inside it, in order; `ids` fills as they happen. */
export function withRequestIds<T>(ids: string[], work: () => Promise<T>): Promise<T> {
  return scope.run(ids, work);
}

/** Called by the client's middleware for each answer of AWS. */
export function noteRequestId(id: string | undefined): void {
  if (id) scope.getStore()?.push(id);
}
