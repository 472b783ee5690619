import { DescriptionList } from "@/components/ui/description-list";
import { Truncate } from "@/components/ui/truncate";
import type { DeploySummary } from "@/lib/deploy/view";

/** What a deploy makes, by name. */
export function DeployedFacts({ summary }: { summary: DeploySummary }) {
  return (
    <DescriptionList
      items={[
        { term: "Served", value: <span className="font-mono text-sm break-all">{summary.source}</span> },
        ...(summary.hasOwnCode ? [{ term: "Code", value: "your inference.py, packed into the archive" }] : []),
        { term: "Task", value: summary.task ?? "the container finds out" },
        { term: "Model", value: <Truncate text={summary.modelName} copyLabel="Copy model name" /> },
        {
          term: "Configuration",
          value: <Truncate text={summary.endpointConfigName} copyLabel="Copy configuration name" />,
        },
        { term: "Container", value: <Truncate text={summary.image} keepEnd={22} copyLabel="Copy image URI" /> },
        {
          term: "Runs",
          value:
            summary.mode === "serverless" ? (
              "serverless"
            ) : (
              <>
                {summary.instanceCount} × <span className="font-mono text-sm">{summary.instanceType}</span>
                {summary.mode === "async" ? ", asynchronous" : ""}
              </>
            ),
        },
      ]}
    />
  );
}
