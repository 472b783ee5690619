import { EnvironmentList } from "@/components/endpoints/environment-list";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import { modelSourceLabel } from "@/lib/endpoints/model-view";
import { formatBytes } from "@/lib/format/bytes";
import { amountWords, needOf } from "@/lib/inference-components/room";
import type { ComponentDetail } from "@/lib/inference-components/view";

import { ComponentStatus } from "./component-status";
import { CopiesForm } from "./copies-form";

/** What a component is, as SageMaker tells it. */
export function ComponentFacts({ component }: { component: ComponentDetail }) {
  const { specification: runs, source, image, container } = component;
  const limit = runs.maxMemoryMiB === null ? "" : `, at most ${formatBytes(runs.maxMemoryMiB * 1024 ** 2)}`;
  return (
    <>
      <DescriptionList
        items={[
          { term: "Status", value: <ComponentStatus {...component} /> },
          { term: "Copies", value: <CopiesForm component={component} /> },
          { term: "Each copy needs", value: `${amountWords(needOf(runs))}${limit}` },
          { term: "Task", value: component.task },
          {
            term: "Model source",
            value: source ? <span className="font-mono text-[0.93em]">{modelSourceLabel(source)}</span> : null,
          },
          {
            term: "SageMaker model",
            value: runs.modelName ? (
              <span className="flex flex-wrap items-center gap-x-2">
                <Truncate text={runs.modelName} copyLabel="Copy model name" />
                {component.isModelMissing ? <span className="text-warning">deleted: no copy can start</span> : null}
              </span>
            ) : (
              "none: a container of its own"
            ),
          },
          { term: "Image", value: image ? <Truncate text={image} keepEnd={22} copyLabel="Copy image URI" /> : null },
          ...(runs.baseComponent ? [{ term: "Loaded into", value: runs.baseComponent }] : []),
          { term: "Variant", value: component.variant },
          { term: "ARN", value: <Truncate text={component.arn} keepEnd={20} copyLabel="Copy ARN" /> },
          { term: "Created", value: <RelativeTime at={component.createdAt} /> },
          { term: "Last change", value: <RelativeTime at={component.updatedAt} /> },
        ]}
      />
      {container ? <EnvironmentList environment={container.environment} /> : null}
    </>
  );
}
