"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { isUnderWay, type TransformStatus } from "@/lib/transform/job-view";
import { transformQueries } from "@/lib/transform/queries";

/** One job, looked at again while it runs; says so when it ends. */
export function useTransformJob(name: string) {
  const { id } = useWorkspace();
  const query = useQuery(transformQueries.detail(id, name));
  const status = query.data?.status;
  const isGone = query.isError && "code" in query.error && query.error.code === "not-found";
  const last = useRef<TransformStatus | undefined>(undefined);

  useEffect(() => {
    const before = last.current;
    last.current = isGone ? undefined : status;
    if (!before || !isUnderWay(before)) return;
    if (status === "Completed") toast.success(`${name} is complete`);
    else if (status === "Stopped") toast.success(`${name} has stopped`);
    else if (status === "Failed") toast.error(`${name} failed`, { description: "Its page says why." });
  }, [status, isGone, name]);

  return { ...query, isGone };
}
