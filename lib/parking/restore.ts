import "server-only";
import type { Member } from "@/lib/auth/member";
import { describeAlarmOwners } from "@/lib/aws/cloudwatch/alarm-owners";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { orNull } from "@/lib/endpoints/service";
import { AppError } from "@/lib/errors";
import { readOperation } from "@/lib/operations/journal";
import { startOperation } from "@/lib/operations/service";
import { componentsIn } from "@/lib/specification/components-in";
import type { AwsCall } from "@/lib/specification/view";
import type { Workspace } from "@/lib/workspaces/view";

import { findComponents } from "./delete-components";
import { forRestore } from "./for-restore";
import { openSpecification, readParked, setParkedOperation } from "./parked-store";
import type { RestorePlan } from "./restore-plan";
import type { RestoreInput } from "./schema";
import { summarize } from "./summarize";
import type { ParkedSummary } from "./view";

/** Begins to make a parked endpoint again as it was; answers at once with the operation's id. */
export async function restoreParked(
  workspace: Workspace,
  member: Member,
  input: RestoreInput,
): Promise<{ id: string }> {
  if (await readOperation(input.requestId)) return { id: input.requestId };
  const { state, endpoint } = await readParked(workspace.id, input.id);
  if (state !== "parked") {
    throw new AppError(
      "conflict",
      state === "failed" ? "Its last change failed half-way." : `It is ${state} already.`,
      {
        hint:
          state === "failed" ? "Look at what failed: retry it, or leave it as it is." : "Its progress is in the list.",
      },
    );
  }
  forgetReads(workspace.id);
  await refuseTaken(workspace, endpoint);
  const specification = await openSpecification(workspace.id, input.id);
  const { calls, left } = forRestore(specification.calls, Date.now());
  const summary = summarize(calls, null);
  await refuseTakenComponents(workspace, calls);
  const plan: RestorePlan = {
    parkedId: input.id,
    requests: { endpoint: { EndpointName: endpoint, EndpointConfigName: summary.config } },
    calls,
    there: await whatStands(workspace, endpoint, summary),
  };
  await setParkedOperation(input.id, input.requestId);
  await startOperation(workspace, member, {
    id: input.requestId,
    kind: "restore-endpoint",
    target: `endpoint ${endpoint}`,
    summary: { endpointName: endpoint, left },
    plan,
  });
  return { id: input.requestId };
}

async function refuseTaken(workspace: Workspace, name: string): Promise<void> {
  if (!(await orNull(describeEndpoint(workspace, name)))) return;
  throw new AppError("conflict", `There is an endpoint ${name} already.`, {
    hint: "Delete it or park it first, or discard this one.",
  });
}

/** Names of components are the account's: another endpoint may have one. */
async function refuseTakenComponents(workspace: Workspace, calls: readonly AwsCall[]): Promise<void> {
  const [taken] = await findComponents(workspace, componentsIn(calls), () => true);
  if (!taken) return;
  throw new AppError("conflict", `There is an inference component ${taken.name} already, on ${taken.endpoint}.`, {
    hint: "Delete it first, or discard this one.",
  });
}

type Names = Pick<ParkedSummary, "config" | "models" | "alarms" | "components">;

/** Parts that were kept for others, or that somebody made meanwhile; the restore proves that they are equal. */
async function whatStands(workspace: Workspace, endpoint: string, names: Names): Promise<RestorePlan["there"]> {
  const [config, models, alarms] = await Promise.all([
    orNull(describeEndpointConfig(workspace, names.config)),
    Promise.all(names.models.map((model) => orNull(describeModel(workspace, model)))),
    describeAlarmOwners(workspace, names.alarms),
  ]);
  const components = (names.components ?? []).map(({ name }) => name);
  const foreign = alarms.find((alarm) =>
    alarm.component ? !components.includes(alarm.component) : alarm.endpoint !== endpoint,
  );
  if (foreign) {
    throw new AppError("conflict", `There is an alarm ${foreign.name} already, and it watches something else.`, {
      hint: "Delete that alarm first: restoring would overwrite it.",
    });
  }
  return {
    config: config !== null,
    models: models.flatMap((model) => model?.name ?? []),
    alarms: alarms.map(({ name }) => name),
  };
}
