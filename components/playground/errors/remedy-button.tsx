"use client";

import { useQuery } from "@tanstack/react-query";

import type { Task } from "@/catalog/tasks/schema";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { deployVariantLink } from "@/lib/deploy/deploy-again";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { Problem } from "@/lib/errors";
import { correctedDeploy } from "@/lib/failures/corrected-deploy";
import { diagnoseCall } from "@/lib/failures/diagnose-call";
import { remedyFor } from "@/lib/inference/remedy";
import { type InferenceRequest, jsonRequest } from "@/lib/inference/request";
import { workspacePath } from "@/lib/routes";

type Props = {
  problem: Problem;
  endpointName: string;
  request: InferenceRequest | null;
  task: Task | null;
  onSend: ((request: InferenceRequest) => void) | undefined;
};

/** The next step, where one click can take it. */
export function RemedyButton({ problem, endpointName, request, task, onSend }: Props) {
  const { id, region } = useWorkspace();
  const endpoint = useQuery(endpointQueries.detail(id, endpointName));
  const remedy = remedyFor({ problem, request, task });
  if (!remedy) return null;

  if (remedy.kind === "deploy") {
    const main = endpoint.data?.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
    const finding = diagnoseCall(problem, [], false);
    const corrected = finding?.rule.fix === "larger-instance" ? correctedDeploy(main, finding, region) : null;
    const path = corrected?.path ?? deployVariantLink(main, task?.id ?? null);
    return (
      <ButtonLink size="sm" className="mt-3" href={workspacePath(id, path)}>
        {corrected?.label ?? remedy.label}
      </ButtonLink>
    );
  }
  if (remedy.kind === "endpoint") {
    return (
      <ButtonLink size="sm" className="mt-3" href={workspacePath(id, `/endpoints/${encodeURIComponent(endpointName)}`)}>
        {remedy.label}
      </ButtonLink>
    );
  }
  const next = remedy.kind === "send" ? jsonRequest(remedy.body) : request;
  if (!onSend || !next) return null;
  return (
    <Button size="sm" className="mt-3" onClick={() => onSend(next)}>
      {remedy.label}
    </Button>
  );
}
