import "server-only";
import { describeAlarmsNamed } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { type EndpointView, isTransitional } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import type { StepContext, StepOutcome } from "@/lib/operations/kind";

import type { Workspace } from "@/lib/workspaces/view";

import { readRunning } from "./read-base";
import type { RunView } from "./run-view";
import { saveVerdict } from "./update-store";
import { judgeUpdate, verdictTitle } from "./verdict";
import type { UpdateRequests, UpdateVerdict } from "./view";

/** What an update decided when it began; sealed in the journal, as its requests hold what AWS was told before. */
export type UpdatePlan = { id: string; requests: UpdateRequests; requested: RunView; retains: boolean };

/** Done when the endpoint runs what was asked for; fails when it does not, however healthy it looks. */
export async function updateEnded({ workspace, plan }: StepContext<UpdatePlan>): Promise<StepOutcome> {
  const { EndpointName, EndpointConfigName, DeploymentConfig } = plan.requests.update;
  const endpoint = await describeEndpoint(workspace, EndpointName).catch((cause: unknown) => {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  });
  if (endpoint && isTransitional(endpoint.status)) return { waiting: waitingFor(endpoint) };
  forgetReads(workspace.id);
  const alarms = (DeploymentConfig?.AutoRollbackConfiguration?.Alarms ?? []).map(({ AlarmName }) => AlarmName);
  const verdict = endpoint
    ? judgeUpdate(
        {
          endpoint,
          requested: plan.requested,
          actual: await readRunning(workspace, endpoint),
          toConfig: EndpointConfigName,
          alarms: await alarmsBehind(workspace, alarms, endpoint.failureReason),
          retains: plan.retains,
        },
        new Date(),
      )
    : GONE(new Date());
  await saveVerdict(workspace.id, plan.id, verdict);
  if (verdict.outcome === "applied" || verdict.outcome === "applied-differently") return "done";
  throw new AppError("invalid", verdictTitle(verdict), {
    hint: "What runs now is what ran before, unless it says otherwise. Mend the cause, then update again.",
    ...(verdict.reason && { detail: { failureReason: verdict.reason } }),
  });
}

/** The alarms that AWS names as the reason, and those that still stand: one may be over by the time somebody looks. */
async function alarmsBehind(workspace: Workspace, names: string[], reason: string | null): Promise<string[]> {
  // An alarm that cannot be read must not hide that the update was taken back.
  const found = await describeAlarmsNamed(workspace, names).catch(() => []);
  const standing = new Set(found.filter(({ view }) => view.state === "ALARM").map(({ view }) => view.name));
  return names.filter((name) => standing.has(name) || reason?.includes(`"${name}"`));
}

const GONE = (now: Date): UpdateVerdict => ({
  outcome: "gone",
  reason: null,
  alarms: [],
  rows: [],
  decidedAt: now.toISOString(),
});

function waitingFor({ status, pending, variants }: EndpointView): string {
  const stages = [...(pending?.variants ?? []), ...variants].flatMap((variant) =>
    variant.stages.map(({ stage, message }) => `${variant.name} ${stage}${message ? `, ${message}` : ""}`),
  );
  return stages.length > 0 ? `${status}: ${stages[0]}` : status;
}
