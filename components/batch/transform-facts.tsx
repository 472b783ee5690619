import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import { plural } from "@/lib/format/numbers";
import type { TransformJobDetail } from "@/lib/transform/job-view";

import { JobCost } from "./job-cost";

/** What the job reads, runs and writes, and what it costs. */
export function TransformFacts({ job }: { job: TransformJobDetail }) {
  const parsed = parseImageUri(job.model?.image ?? "");
  return (
    <Panel title="Job">
      <DescriptionList
        items={[
          { term: "Created", value: <RelativeTime at={job.createdAt} /> },
          { term: "Cost so far", value: <JobCost job={job} /> },
          { term: "Model", value: <Truncate text={job.modelName} copyLabel="Copy model name" /> },
          {
            term: "Runs",
            value: job.model
              ? `${job.model.source}${job.model.task ? `, ${job.model.task}` : ""}`
              : "the model was deleted",
          },
          { term: "Container", value: parsed.ok ? describeContainer(parsed.container) : (job.model?.image ?? null) },
          { term: "Input", value: <Truncate text={job.inputUri} keepEnd={24} copyLabel="Copy input address" /> },
          {
            term: "Records",
            value: [
              job.contentType ?? "no content type",
              job.split === "Line" ? "one a line" : "whole files",
              job.isGzip ? "Gzip" : null,
              job.inputType === "ManifestFile" ? "named by a manifest" : null,
            ]
              .filter(Boolean)
              .join(", "),
          },
          {
            term: "Requests",
            value: [
              job.strategy === "SingleRecord" ? "one record each" : "as many records as fit",
              `${job.maxPayloadMb ?? 6} MB at most`,
              `${plural(job.maxConcurrent || 1, "request")} at once for each instance`,
            ].join(", "),
          },
          { term: "Output", value: <Truncate text={job.outputUri} keepEnd={24} copyLabel="Copy output address" /> },
          {
            term: "Answers",
            value: `${job.accept ?? "as the container likes"}, ${job.assemble === "Line" ? "one a line" : "one behind the other"}`,
          },
          ...(job.isJoined || job.inputFilter || job.outputFilter
            ? [
                {
                  term: "Join and filters",
                  value: [
                    job.inputFilter ? `in ${job.inputFilter}` : null,
                    job.isJoined ? "joined with the input" : null,
                    job.outputFilter ? `out ${job.outputFilter}` : null,
                  ]
                    .filter(Boolean)
                    .join("; "),
                },
              ]
            : []),
          { term: "Instances", value: `${job.instanceCount} × ${job.instanceType}` },
          ...(job.environment.length > 0
            ? [{ term: "Environment", value: job.environment.map(({ name, value }) => `${name}=${value}`).join(", ") }]
            : []),
          {
            term: "Tags",
            value:
              job.tags && job.tags.length > 0 ? (
                <span className="flex flex-wrap gap-1.5">
                  {job.tags.map(({ key, value }) => (
                    <Badge key={key} className="font-mono">
                      {value ? `${key} = ${value}` : key}
                    </Badge>
                  ))}
                </span>
              ) : (
                <span className="text-muted">{job.tags ? "none" : "could not be read"}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}
