"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { CostLine } from "@/components/aws-form/cost-line";
import { useWorkspace } from "@/components/shell/workspace-context";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { HostingFormValues } from "@/lib/deploy/hosting/schema";

/** What will be made and what it costs, beside the form all the time. */
export function HostingAside() {
  const { control } = useFormContext<HostingFormValues>();
  const values = useWatch({ control }) as HostingFormValues;
  const { label, region } = useWorkspace();
  const { instanceType, instanceCount, isManaged, minInstances, maxInstances } = values;
  return (
    <Panel title="What will be made">
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">
          An endpoint configuration and an endpoint in {label}, {region}, without a model. Add components to it once it
          is in service.
        </p>
        <DescriptionList
          className="sm:grid-cols-[5.5rem_minmax(0,1fr)]"
          items={[
            {
              term: "Endpoint",
              value: values.endpointName ? (
                <span className="font-mono text-sm break-all">{values.endpointName}</span>
              ) : (
                <span className="text-muted">not named yet</span>
              ),
            },
            {
              term: "Runs",
              value: (
                <>
                  {String(instanceCount)} × <span className="font-mono text-sm">{instanceType}</span>
                </>
              ),
            },
            {
              term: "Later",
              value: isManaged ? `${String(minInstances)} to ${String(maxInstances)} instances` : "the same number",
            },
          ]}
        />
        <CostLine use="hosting" instanceType={instanceType} instanceCount={Number(instanceCount) || 1} />
      </div>
    </Panel>
  );
}
