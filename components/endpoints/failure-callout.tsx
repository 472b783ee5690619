"use client";

import { FailureDoctor } from "@/components/failures/failure-doctor";
import { useLastLines } from "@/components/failures/use-last-lines";
import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { useNow } from "@/components/ui/use-now";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { correctedDeploy } from "@/lib/failures/corrected-deploy";
import { diagnose } from "@/lib/failures/diagnose";
import { LONG_SILENCE_MS } from "@/lib/failures/silence";
import { workspacePath } from "@/lib/routes";

/** Why an endpoint failed, or why nothing is heard of one that is being created: cause, evidence, remedy, corrected form. */
export function FailureCallout({ endpoint }: { endpoint: EndpointDetail }) {
  const { id, region } = useWorkspace();
  const { failureReason, status, name } = endpoint;
  const hasFailed = status === "Failed" || status === "UpdateRollbackFailed" || failureReason !== null;
  const now = useNow();
  const creatingMs = status === "Creating" && endpoint.createdAt && now ? now - Date.parse(endpoint.createdAt) : null;
  const isLong = creatingMs !== null && creatingMs >= LONG_SILENCE_MS;
  const log = useLastLines({ of: "endpoints", name }, hasFailed || isLong);
  const main = endpoint.variants.toSorted((a, b) => b.trafficShare - a.trafficShare)[0];
  const isSilent = log.hasGroup === false;
  const diagnosis = diagnose({
    subject: "endpoint",
    hasFailed,
    reason: failureReason,
    lines: log.lines,
    isServerless: endpoint.mode === "serverless",
    silence:
      isSilent && main
        ? {
            forMs: creatingMs,
            image: main.container?.image ?? null,
            instanceType: main.instanceType,
            inferenceAmiVersion: main.inferenceAmiVersion,
          }
        : null,
  });
  const isQuiet = isLong && isSilent;
  if (!diagnosis && !isQuiet) return null;
  const corrected = correctedDeploy(main, diagnosis?.findings[0], region);
  return (
    <FailureDoctor
      diagnosis={diagnosis ?? NOTHING_FOUND}
      tone={hasFailed && status !== "InService" ? "danger" : "warning"}
      unrecognized={hasFailed ? "SageMaker could not bring the endpoint up." : "Nothing is heard of it yet."}
      hint={isQuiet && !hasFailed ? QUIET : null}
      reason={failureReason}
      isReadingLog={log.isReading}
    >
      <ButtonLink size="sm" href={workspacePath(id, corrected.path)}>
        {corrected.label}
      </ButtonLink>
      <Link
        href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}?tab=logs`)}
        className="font-medium text-accent-text underline"
      >
        Read the logs
      </Link>
    </FailureDoctor>
  );
}

const NOTHING_FOUND = { findings: [], lastLines: [] };
const QUIET =
  "It has been created for more than ten minutes and no log group is there: no container has started. Until then SageMaker looks for a free instance, pulls the image and fetches the archive. A large image takes long; a type that has no free machine takes until SageMaker gives up, often after an hour.";
