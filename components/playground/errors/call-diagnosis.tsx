"use client";

import { useQuery } from "@tanstack/react-query";

import { FindingEvidence } from "@/components/failures/finding-evidence";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { Problem } from "@/lib/errors";
import { correctedDeploy } from "@/lib/failures/corrected-deploy";
import { diagnoseCall } from "@/lib/failures/diagnose-call";
import { workspacePath } from "@/lib/routes";

import { useCallLines } from "./use-call-lines";

type Props = {
  problem: Problem;
  endpointName: string;
  /** The error offers the deploy form by itself already. */
  hasDeployLink: boolean;
};

/** The known cause of a failed call, with the log lines that tell it, the remedy, and the corrected form; nothing where none fits. */
export function CallDiagnosis({ problem, endpointName, hasDeployLink }: Props) {
  const { id, region } = useWorkspace();
  const endpoint = useQuery(endpointQueries.detail(id, endpointName));
  const { events } = useCallLines(problem, endpointName, true);
  const finding = diagnoseCall(problem, events, endpoint.data?.mode === "serverless");
  if (!finding) return null;
  const main = endpoint.data?.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  const corrected = correctedDeploy(main, finding, region);
  return (
    <section aria-label="Known cause" className="mt-3 border-t border-border pt-3">
      <p className="font-medium text-foreground">{finding.rule.title}.</p>
      <p>{finding.rule.cause}</p>
      <p className="mt-1">
        <span className="font-medium text-foreground">What to do: </span>
        {finding.rule.remedy}
      </p>
      {finding.from === "log" ? <FindingEvidence finding={finding} /> : null}
      {finding.rule.fix && main && !hasDeployLink ? (
        <ButtonLink size="sm" className="mt-3" href={workspacePath(id, corrected.path)}>
          {corrected.label}
        </ButtonLink>
      ) : null}
    </section>
  );
}
