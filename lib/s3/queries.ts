import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson, problemOf } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { S3Buckets, S3Page } from "./view";

export const s3Keys = {
  all: (workspace: string) => ["workspaces", workspace, "s3"] as const,
  bucket: (workspace: string, bucket: string) => [...s3Keys.all(workspace), "bucket", bucket] as const,
};

/** One object through the console: to keep, or its beginning to look at. */
export function objectUrl(workspace: string, bucket: string, key: string, as: "download" | "preview"): string {
  return workspaceApi(workspace, `/s3/object?${new URLSearchParams({ bucket, key, as })}`);
}

export const s3Queries = {
  /** The beginning of a text. */
  beginning: (workspace: string, bucket: string, key: string) =>
    queryOptions({
      queryKey: [...s3Keys.bucket(workspace, bucket), "beginning", key] as const,
      queryFn: async ({ signal }) => {
        const response = await fetch(objectUrl(workspace, bucket, key, "preview"), { signal });
        if (!response.ok) throw await problemOf(response);
        return response.text();
      },
      retry: false,
    }),
  buckets: (workspace: string) =>
    queryOptions({
      queryKey: [...s3Keys.all(workspace), "buckets"] as const,
      queryFn: ({ signal }) => getJson<S3Buckets>(workspaceApi(workspace, "/s3/buckets"), { signal }),
      staleTime: 60_000,
    }),
  /** What begins with `prefix`, up to the next slash, page by page. */
  entries: (workspace: string, bucket: string, prefix: string) =>
    infiniteQueryOptions({
      queryKey: [...s3Keys.bucket(workspace, bucket), "entries", prefix] as const,
      queryFn: ({ signal, pageParam }) =>
        getJson<S3Page>(
          workspaceApi(
            workspace,
            `/s3/objects?${new URLSearchParams({ bucket, prefix, ...(pageParam && { token: pageParam }) })}`,
          ),
          { signal },
        ),
      initialPageParam: "",
      getNextPageParam: (page) => page.next,
      // A refusal stays one, and the person waits for its words.
      retry: false,
    }),
};
