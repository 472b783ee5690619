"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Panel } from "@/components/ui/panel";
import { endpointQueries } from "@/lib/endpoints/queries";

import { TrafficEditor } from "./traffic-editor";

/** How the variants of an endpoint share its traffic, and the way to change it; nothing where there is one variant. */
export function TrafficPanel({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  // While another configuration comes, the rollout's own panel shows both fleets.
  if (!endpoint || endpoint.oldFleet.length < 2 || endpoint.pending || endpoint.status === "Failed") return null;
  return (
    <Panel
      id="traffic"
      title="Traffic"
      description="How calls are shared among the variants. Moving it changes weights only: no instance starts anew."
    >
      <TrafficEditor endpoint={endpoint} />
    </Panel>
  );
}
