import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import { formatDuration } from "@/lib/format/duration";
import { distributionLabel } from "@/lib/training/distribution-labels";
import type { TrainingJobDetail } from "@/lib/training/job-view";

/** What the job runs, on what, and under which limits. */
export function JobFacts({ job }: { job: TrainingJobDetail }) {
  const parsed = parseImageUri(job.image ?? "");
  const distribution = distributionLabel(job.distribution);
  return (
    <Panel title="Job">
      <DescriptionList
        items={[
          { term: "Created", value: <RelativeTime at={job.createdAt} /> },
          {
            term: "Script",
            value: job.entryPoint ? <span className="font-mono text-sm">{job.entryPoint}</span> : null,
          },
          {
            term: "Source",
            value: job.sourceUri ? (
              <Truncate text={job.sourceUri} keepEnd={20} copyLabel="Copy source address" />
            ) : null,
          },
          {
            term: "Container",
            value: (
              <>
                {parsed.ok ? <p>{describeContainer(parsed.container)}</p> : null}
                {job.image ? <Truncate text={job.image} keepEnd={22} copyLabel="Copy image URI" /> : null}
              </>
            ),
          },
          {
            term: "Instances",
            value: job.instanceType ? `${job.instanceCount} × ${job.instanceType}, ${job.volumeGb} GB each` : null,
          },
          { term: "Capacity", value: job.isSpot ? "Spot" : "On demand" },
          {
            term: "May run for",
            value: (
              <>
                {job.maxRunSeconds === null ? "one day" : formatDuration(job.maxRunSeconds * 1000)}
                {job.maxWaitSeconds === null ? null : `, with waiting ${formatDuration(job.maxWaitSeconds * 1000)}`}
              </>
            ),
          },
          ...(distribution ? [{ term: "Distribution", value: distribution }] : []),
          ...(job.compiler ? [{ term: "Compiler", value: job.compiler.debug ? "On, with debug output" : "On" }] : []),
          ...(job.retryAttempts ? [{ term: "Retries", value: `up to ${job.retryAttempts}` }] : []),
          ...(job.keepAliveSeconds
            ? [{ term: "Kept warm for", value: formatDuration(job.keepAliveSeconds * 1000) }]
            : []),
          { term: "Network", value: networkOf(job) },
          {
            term: "Execution role",
            value: job.executionRoleArn ? (
              <Truncate text={job.executionRoleArn} keepEnd={24} copyLabel="Copy role ARN" />
            ) : null,
          },
          { term: "Tags", value: <Tags tags={job.tags} /> },
        ]}
      />
    </Panel>
  );
}

function networkOf(job: TrainingJobDetail): string {
  const parts = [
    job.vpc ? `VPC: ${job.vpc.subnets.join(", ")}` : "AWS's own",
    job.networkIsolation ? "no network in the container" : null,
    job.encryptTraffic ? "traffic between instances encrypted" : null,
  ];
  return parts.filter(Boolean).join("; ");
}

function Tags({ tags }: { tags: TrainingJobDetail["tags"] }) {
  if (!tags) return <span className="text-muted">could not be read</span>;
  if (tags.length === 0) return <span className="text-muted">none</span>;
  return (
    <span className="flex flex-wrap gap-1.5">
      {tags.map(({ key, value }) => (
        <Badge key={key} className="h-auto font-mono break-all whitespace-normal">
          {value ? `${key} = ${value}` : key}
        </Badge>
      ))}
    </span>
  );
}
