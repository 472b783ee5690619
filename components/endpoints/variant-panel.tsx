import type { ReactNode } from "react";

import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { HelpMark } from "@/components/ui/help-mark";
import { Panel } from "@/components/ui/panel";
import { Truncate } from "@/components/ui/truncate";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import type { ModelSource } from "@/lib/endpoints/model-view";
import { formatPercent } from "@/lib/format/numbers";

import { EnvironmentList } from "./environment-list";
import { HourlyPrice } from "./hourly-price";

type VariantPanelProps = { variant: VariantDetail; isOnly: boolean; isFailed: boolean };

/** One variant: instances, share of the traffic, model, container and its environment. */
export function VariantPanel({ variant, isOnly, isFailed }: VariantPanelProps) {
  return (
    <Panel
      title={isOnly ? (isFailed ? "What should run" : "What runs") : `Variant ${variant.name}`}
      description={isOnly ? undefined : `Takes ${formatPercent(variant.trafficShare)} of the traffic.`}
    >
      <DescriptionList
        items={[
          ...(variant.hosting
            ? [{ term: "Hosts", value: "Inference components, each with copies of its own" }]
            : [
                { term: "Task", value: variant.task },
                { term: "Model source", value: variant.source ? <Source source={variant.source} /> : null },
              ]),
          {
            term: "Instances",
            value: isFailed ? (
              `None; ${variant.desiredInstances ?? 1} × ${variant.instanceType} asked for`
            ) : (
              <Instances variant={variant} />
            ),
          },
          { term: "Cost", value: <HourlyPrice cost={variant.cost} withUnit /> },
          {
            term: (
              <>
                Variant{" "}
                <HelpMark label="a variant">
                  A group of equal instances inside an endpoint. Several variants share its traffic by their weights.
                </HelpMark>
              </>
            ),
            value: `${variant.name}, ${formatPercent(variant.trafficShare)} of the traffic`,
          },
          ...(variant.hosting
            ? [
                {
                  term: "Managed scaling",
                  value: variant.hosting.managed
                    ? `SageMaker keeps ${variant.hosting.managed.min} to ${variant.hosting.managed.max} instances`
                    : "Off: the number of instances stays",
                },
              ]
            : [
                {
                  term: "SageMaker model",
                  value: variant.modelName ? <Truncate text={variant.modelName} copyLabel="Copy model name" /> : null,
                },
                { term: "Image", value: variant.container?.image ? <Image uri={variant.container.image} /> : null },
                {
                  term: "Execution role",
                  value: variant.executionRoleArn ? (
                    <Truncate text={variant.executionRoleArn} keepEnd={24} copyLabel="Copy role ARN" />
                  ) : null,
                },
              ]),
        ]}
      />
      {variant.isModelMissing ? (
        <Callout tone="warning" title="Its model was deleted" className="mt-4">
          The instances go on answering, but new ones cannot start: scaling out and updating will fail.
        </Callout>
      ) : null}
      {variant.container ? <EnvironmentList environment={variant.container.environment} /> : null}
    </Panel>
  );
}

function Instances({ variant }: { variant: VariantDetail }) {
  if (variant.serverless) {
    const { memoryMiB, maxConcurrency } = variant.serverless;
    return `Serverless, ${memoryMiB / 1024} GB, up to ${maxConcurrency} at once`;
  }
  const { currentInstances, desiredInstances, instanceType } = variant;
  const isChanging = currentInstances !== null && desiredInstances !== null && currentInstances !== desiredInstances;
  return (
    <>
      {currentInstances ?? desiredInstances ?? "?"} ×{" "}
      <span className="font-mono text-[0.93em]">{instanceType ?? "unknown type"}</span>
      {isChanging ? <span className="text-working"> ({desiredInstances} wanted)</span> : null}
    </>
  );
}

/** The tag says most; the registry before it rarely matters. */
function Image({ uri }: { uri: string }) {
  const [repository = "", tag] = (uri.split("/").at(-1) ?? uri).split(":");
  return (
    <span className="flex flex-col">
      <span className="flex min-w-0 items-center">
        <Truncate text={tag ?? uri} keepEnd={20} />
        <CopyButton value={uri} label="Copy image URI" />
      </span>
      <span className="text-sm text-muted">{repository}</span>
    </span>
  );
}

function Source({ source }: { source: ModelSource }): ReactNode {
  switch (source.kind) {
    case "hub":
      return (
        <>
          <a
            href={`https://huggingface.co/${source.id}${source.revision ? `/tree/${source.revision}` : ""}`}
            target="_blank"
            rel="noreferrer"
            className="font-mono text-[0.93em] break-all text-accent-text underline"
          >
            {source.id}
          </a>
          {source.revision ? <span className="text-muted"> at {source.revision}</span> : null}
          <span className="text-muted">, Hugging Face Hub</span>
        </>
      );
    case "bundled":
      return (
        <>
          <span className="font-mono text-[0.93em]">{source.id}</span>
          <span className="text-muted">, bundled with the emulator</span>
        </>
      );
    case "archive":
      return <Truncate text={source.url} keepEnd={24} copyLabel="Copy S3 address" />;
    case "image":
      return "Inside the image";
  }
}
