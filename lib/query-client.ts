import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { cache } from "react";

import { AppError, type Problem } from "./errors";

/** A query client with the console's defaults. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: false },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: throwIfFailed },
    },
  });
}

/** One client per server render. */
export const requestQueryClient = cache(makeQueryClient);

type Failed = { failedWith: Problem };

/**
 * The `queryFn` of a prefetch that is not awaited. React hides from the browser what a rejected promise says, so a
 * failure crosses as a value and is thrown there.
 */
export function streamed<T>(read: () => Promise<T>): () => Promise<T> {
  return () =>
    read().catch((cause: unknown) => {
      if (!(cause instanceof AppError)) throw cause;
      return { failedWith: cause.problem } satisfies Failed as T; // never seen as T: hydration throws it
    });
}

function throwIfFailed(data: unknown): unknown {
  if (!isFailed(data)) return data;
  const { code, message, ...more } = data.failedWith;
  throw new AppError(code, message, more);
}

function isFailed(data: unknown): data is Failed {
  return typeof data === "object" && data !== null && "failedWith" in data;
}
