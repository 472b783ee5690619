"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { CostLine } from "@/components/aws-form/cost-line";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { trainingCautions } from "@/lib/training/cautions";
import type { TrainingFieldValues, TrainingFormValues } from "@/lib/training/schema";

/** What will run and what it costs, and what is seldom meant, beside the form all the time. */
export function TrainingAside() {
  const { control } = useFormContext<TrainingFormValues>();
  const values = useWatch({ control }) as TrainingFormValues;
  const workspace = useWorkspace();
  const parsed = parseImageUri(values.image);
  // Numbers may still be text; the cautions read them as numbers.
  const cautions = trainingCautions(values as TrainingFieldValues);
  return (
    <>
      <Panel title="What will run">
        <div className="flex flex-col gap-4">
          <p className="text-sm text-muted">
            A training job in {workspace.label}, {workspace.region}.
          </p>
          <DescriptionList
            className="sm:grid-cols-[5.5rem_minmax(0,1fr)]"
            items={[
              { term: "Job", value: <Mono text={values.jobName} empty="named by the time" /> },
              { term: "Script", value: <Mono text={values.entryPoint} empty="not chosen yet" /> },
              {
                term: "Container",
                value: parsed.ok ? describeContainer(parsed.container) : <Mono text={values.image} empty="–" />,
              },
              {
                term: "Instances",
                value: (
                  <>
                    {String(values.instanceCount)} × <Mono text={values.instanceType} empty="not chosen yet" />
                    {values.isSpot ? ", spot" : null}
                  </>
                ),
              },
            ]}
          />
          <CostLine use="training" instanceType={values.instanceType} instanceCount={Number(values.instanceCount)} />
        </div>
      </Panel>
      {cautions.map((text) => (
        <Callout key={text} tone="warning">
          {text}
        </Callout>
      ))}
    </>
  );
}

function Mono({ text, empty }: { text: string; empty: string }) {
  return text ? (
    <span className="font-mono text-sm break-all">{text}</span>
  ) : (
    <span className="text-muted">{empty}</span>
  );
}
