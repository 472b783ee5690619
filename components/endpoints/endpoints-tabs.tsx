"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { TabLinks } from "@/components/ui/tab-links";
import { parkingQueries } from "@/lib/parking/queries";
import { workspacePath } from "@/lib/routes";

/** Endpoints that are there, and those that are parked. */
export function EndpointsTabs({ active }: { active: "running" | "parked" }) {
  const { id } = useWorkspace();
  const { data } = useQuery(parkingQueries.list(id));
  return (
    <div className="pb-5">
      <TabLinks
        label="Endpoints by state"
        active={active}
        tabs={[
          { id: "running", label: "In SageMaker", href: workspacePath(id, "/endpoints") },
          {
            id: "parked",
            label: "Parked",
            href: workspacePath(id, "/parked"),
            ...(data && data.length > 0 && { count: data.length }),
          },
        ]}
      />
    </div>
  );
}
