"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { endpointQueries } from "@/lib/endpoints/queries";
import { type EndpointStatus, isTransitional } from "@/lib/endpoints/view";

/** One endpoint, looked at again while it changes; says so when the change ends. */
export function useEndpoint(name: string) {
  const { id } = useWorkspace();
  const query = useQuery(endpointQueries.detail(id, name));
  const status = query.data?.status;
  const isGone = query.isError && isNotFound(query.error);
  const last = useRef<EndpointStatus | undefined>(undefined);

  useEffect(() => {
    const before = last.current;
    last.current = isGone ? undefined : status;
    if (!before || !isTransitional(before)) return;
    if (isGone) toast.success(`${name} is deleted`);
    else if (status === "InService") toast.success(`${name} is in service`);
    else if (status === "Failed") toast.error(`${name} failed`, { description: "Its page says why." });
  }, [status, isGone, name]);

  return { ...query, isGone };
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "not-found";
}
