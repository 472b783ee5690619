"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { expiryOf } from "@/lib/endpoints/expiry";
import { endpointQueries } from "@/lib/endpoints/queries";

import { ExpiryBadge } from "./expiry-badge";
import { ExtendMenu } from "./extend-menu";

/** When an endpoint expires, with the way to change it. */
export function ExpiryFact({ name }: { name: string }) {
  const { id } = useWorkspace();
  const tags = useQuery(endpointQueries.tags(id, name));
  if (!tags.data) return <span className="text-muted">{tags.isError ? "its tags could not be read" : "…"}</span>;
  const expiresAt = expiryOf(tags.data);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {expiresAt ? <ExpiryBadge expiresAt={expiresAt} /> : <span className="text-muted">never</span>}
      <ExtendMenu name={name} expiresAt={expiresAt} />
    </span>
  );
}
