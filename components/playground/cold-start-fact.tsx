"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { endpointQueries } from "@/lib/endpoints/queries";
import { formatDuration } from "@/lib/format/duration";
import { type ColdStart, coldStartOf } from "@/lib/inference/cold-start";

import { Fact } from "./fact";

type ColdStartFactProps = { endpoint: string; variant: string; at: string; endpointMs: number };

/** Whether a call to a serverless endpoint waited for an environment to start, as far as CloudWatch tells. */
export function ColdStartFact({ endpoint, variant, at, endpointMs }: ColdStartFactProps) {
  const { id } = useWorkspace();
  const times = useQuery(endpointQueries.setupTimes(id, endpoint, { variant, at, ms: Math.round(endpointMs) }));
  return (
    <Fact
      term="Cold start"
      help="SageMaker does not say it of a single call. CloudWatch has how long environments took to start (ModelSetupTime) for each minute, on AWS a minute or two later; a call that was over sooner than the start did not wait for it."
    >
      {times.isPending ? "…" : times.isError ? "not known" : words(coldStartOf(times.data, endpointMs))}
    </Fact>
  );
}

function words(start: ColdStart): string {
  switch (start.kind) {
    case "waited":
      return formatDuration(start.setupMs);
    case "of-another":
      return "not this call";
    case "none":
      return "none recorded";
  }
}
