"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import type { DeploySummary } from "@/lib/deploy/view";
import { operationQueries } from "@/lib/operations/queries";

import { EndpointAlarms } from "./endpoint-alarms";

/** After a deploy: the usual alarms for the new endpoint. */
export function DeployedAlarms({ operation: operationId }: { operation: string }) {
  const { id } = useWorkspace();
  const { data: operation } = useQuery(operationQueries.detail(id, operationId));
  if (operation?.status !== "succeeded") return null;
  return <EndpointAlarms name={(operation.summary as DeploySummary).endpointName} />;
}
