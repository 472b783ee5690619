"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { useWorkspace } from "@/components/shell/workspace-context";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { DeployCost } from "./deploy-cost";

/** What will be made and what it costs, beside the form all the time. */
export function DeployAside() {
  const { control } = useFormContext<DeployFormValues>();
  const values = useWatch({ control }) as DeployFormValues;
  const workspace = useWorkspace();
  const parsed = parseImageUri(values.image);
  return (
    <Panel title="What will be made">
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">
          A model, an endpoint configuration and an endpoint in {workspace.label}, {workspace.region}.
        </p>
        <DescriptionList
          className="sm:grid-cols-[5.5rem_minmax(0,1fr)]"
          items={[
            { term: "Endpoint", value: <Mono text={values.endpointName} empty="named by the time" /> },
            { term: "Model", value: <Mono text={modelOf(values)} empty="not chosen yet" /> },
            ...(values.ownCode ? [{ term: "Code", value: "yours, packed into the archive" }] : []),
            { term: "Task", value: values.task || "the container finds out" },
            {
              term: "Container",
              value: parsed.ok ? describeContainer(parsed.container) : <Mono text={values.image} />,
            },
            {
              term: "Runs",
              value:
                values.mode === "serverless" ? (
                  `serverless, ${Number(values.serverlessMemoryMb) / 1024} GB`
                ) : (
                  <>
                    {String(values.instanceCount)} × <Mono text={values.instanceType} empty="not chosen yet" />
                    {values.mode === "async" ? ", asynchronous" : ""}
                  </>
                ),
            },
          ]}
        />
        <DeployCost
          mode={values.mode}
          instanceType={values.instanceType}
          instanceCount={Number(values.instanceCount)}
          memoryMb={Number(values.serverlessMemoryMb)}
        />
      </div>
    </Panel>
  );
}

function modelOf(values: DeployFormValues): string {
  if (values.source === "bundled") return values.bundledModel;
  if (values.source === "s3") return values.modelDataUrl;
  if (values.source === "none") return "none, only your code";
  return values.hubRevision ? `${values.hubModelId}@${values.hubRevision}` : values.hubModelId;
}

function Mono({ text, empty = "–" }: { text: string; empty?: string }) {
  return text ? (
    <span className="font-mono text-sm break-all">{text}</span>
  ) : (
    <span className="text-muted">{empty}</span>
  );
}
