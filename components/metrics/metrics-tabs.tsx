"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { TabLinks } from "@/components/ui/tab-links";
import { workspacePath } from "@/lib/routes";

/** The parts of Metrics. */
export function MetricsTabs({ active }: { active: "fleet" | "dashboards" }) {
  const { id } = useWorkspace();
  return (
    <div className="pb-5">
      <TabLinks
        label="Parts of Metrics"
        active={active}
        tabs={[
          { id: "fleet", label: "All endpoints", href: workspacePath(id, "/metrics") },
          { id: "dashboards", label: "Dashboards", href: workspacePath(id, "/metrics/dashboards") },
        ]}
      />
    </div>
  );
}
