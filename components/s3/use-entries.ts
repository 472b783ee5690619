"use client";

import { useInfiniteQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import type { S3Aim } from "@/lib/s3/address";
import { s3Queries } from "@/lib/s3/queries";
import type { S3Entry } from "@/lib/s3/view";

import type { EntryRow } from "./entry-list";

/** What lies in a place, as lines; the filter is the beginning of the names, so that S3 does the looking. */
export function useEntries(place: S3Aim) {
  const workspace = useWorkspace();
  const filter = useDebounced(place.filter, 250);
  const query = useInfiniteQuery(s3Queries.entries(workspace.id, place.bucket, place.prefix + filter));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const rows = entries.map((entry) => toRow(entry, place.prefix));
  return { query, entries, rows };
}

function toRow(entry: S3Entry, prefix: string): EntryRow {
  const name = entry.key.slice(prefix.length);
  if (entry.kind === "prefix") return { id: entry.key, kind: "prefix", name };
  return { id: entry.key, kind: "object", name, bytes: entry.bytes, at: entry.modifiedAt };
}
