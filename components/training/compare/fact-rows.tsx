"use client";

import type { ReactNode } from "react";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { usePrices } from "@/components/shell/use-prices";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Elapsed } from "@/components/ui/elapsed";
import { StatusBadge } from "@/components/ui/status-badge";
import { Truncate } from "@/components/ui/truncate";
import { useNow } from "@/components/ui/use-now";
import { formatPercent } from "@/lib/format/numbers";
import type { ComparedJob } from "@/lib/training/compare/view";
import { costInWords, jobCost } from "@/lib/training/job-cost";
import { spotSaving, type TrainingJobView } from "@/lib/training/job-view";

import { TrainingStatus } from "../training-status";

import { Row, ValueCell } from "./row";

type Fact = { name: string; of: (job: TrainingJobView) => ReactNode };

const FACTS: Fact[] = [
  { name: "Container", of: (job) => (job.image ? <Container image={job.image} /> : null) },
  { name: "Script", of: (job) => (job.entryPoint ? <Truncate text={job.entryPoint} /> : null) },
  {
    name: "Instances",
    of: (job) =>
      job.instanceType ? (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {job.instanceCount ?? 1} × {job.instanceType}
          {job.isSpot ? <Badge>spot</Badge> : null}
        </span>
      ) : null,
  },
  { name: "Duration", of: (job) => (job.startedAt ? <Elapsed from={job.startedAt} to={job.endedAt} /> : null) },
  { name: "Cost", of: (job) => <Cost job={job} /> },
];
const SPOT_SAVING: Fact = {
  name: "Spot saving",
  of: (job) => {
    const saving = spotSaving(job);
    return saving === null ? null : formatPercent(saving);
  },
};

/** What each job is, ran on and cost. */
export function FactRows({ jobs }: { jobs: readonly ComparedJob[] }) {
  const facts = jobs.some(({ job }) => job?.isSpot) ? [...FACTS, SPOT_SAVING] : FACTS;
  return (
    <tbody>
      <Row name="Status">
        {jobs.map(({ name, job }) => (
          <ValueCell key={name}>{job ? <TrainingStatus job={job} /> : <Gone />}</ValueCell>
        ))}
      </Row>
      {facts.map((fact) => (
        <Row key={fact.name} name={fact.name}>
          {jobs.map(({ name, job }) => (
            <ValueCell key={name}>{job && fact.of(job)}</ValueCell>
          ))}
        </Row>
      ))}
    </tbody>
  );
}

function Gone() {
  const { region } = useWorkspace();
  return (
    <>
      <StatusBadge tone="idle" label="No such job" />
      <p className="pt-1 text-muted">It was deleted, or it is in another region than {region}.</p>
    </>
  );
}

function Container({ image }: { image: string }) {
  const parsed = parseImageUri(image);
  return (
    <>
      {parsed.ok ? <p>{describeContainer(parsed.container)}</p> : null}
      <Truncate text={image} keepEnd={22} className="text-muted" />
    </>
  );
}

function Cost({ job }: { job: TrainingJobView }) {
  const prices = usePrices();
  const now = useNow();
  const cost = now === null ? null : jobCost(job, prices, now);
  return cost ? <span className="tabular-nums">{costInWords(cost)}</span> : <span className="text-muted">–</span>;
}
