import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";
import { workspaceApi } from "@/lib/routes";

import type { S3Buckets, S3Page } from "./view";

export const s3Keys = {
  all: (workspace: string) => ["workspaces", workspace, "s3"] as const,
  bucket: (workspace: string, bucket: string) => [...s3Keys.all(workspace), "bucket", bucket] as const,
};

export const s3Queries = {
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
