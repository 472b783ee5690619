"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { CostLine } from "@/components/aws-form/cost-line";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { transformCautions } from "@/lib/transform/cautions";
import type { TransformFormValues } from "@/lib/transform/schema";

/** What will be made, what it costs while it runs, and what is seldom meant: beside the form all the time. */
export function TransformAside() {
  const { control } = useFormContext<TransformFormValues>();
  const values = useWatch({ control }) as TransformFormValues;
  const workspace = useWorkspace();
  return (
    <>
      <Panel title="What will run">
        <div className="flex flex-col gap-4">
          <p className="text-sm text-muted">
            {values.modelFrom === "new" ? "A model and a transform job" : "A transform job"} in {workspace.label},{" "}
            {workspace.region}, on {String(values.instanceCount)} ×{" "}
            <span className="font-mono">{values.instanceType || "no instance type yet"}</span>. The instances go when it
            ends.
          </p>
          <CostLine use="transform" instanceType={values.instanceType} instanceCount={Number(values.instanceCount)} />
        </div>
      </Panel>
      {transformCautions(values).map((text) => (
        <Callout key={text} tone="warning">
          {text}
        </Callout>
      ))}
    </>
  );
}
