import "server-only";
import type { Member } from "@/lib/auth/member";
import { describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { setOffAlarm } from "@/lib/aws/cloudwatch/set-alarm-state";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { type EndpointView, isTransitional } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import { readOperation } from "@/lib/operations/journal";
import { startOperation } from "@/lib/operations/service";
import { looksSecret, MASK } from "@/lib/secrets/mask";
import type { Workspace } from "@/lib/workspaces/view";

import { buildUpdate, modelNameOf, type UpdateBase } from "./build-update";
import { diffRuns } from "./diff-runs";
import { configGone, readBase, readRun, readRunning } from "./read-base";
import type { RunView } from "./run-view";
import type { ReturnInput, UpdateInput } from "./schema";
import { STRATEGY_LABELS } from "./strategy";
import { toRun } from "./to-run";
import { HOSTING_REFUSAL, updateRefusal } from "./update-refusal";
import { insertUpdate } from "./update-store";
import type { ContainerRequest, UpdateRecord, UpdateRequests, UpdateReview, UpdateStart } from "./view";
import type { UpdatePlan } from "./watch-update";

/** What the update form of an endpoint opens with; throws `not-found` without the endpoint, `conflict` without its configuration. */
export async function readUpdateStart(workspace: Workspace, name: string): Promise<UpdateStart> {
  const endpoint = await describeEndpoint(workspace, name);
  const [run, alarms] = await Promise.all([readRunning(workspace, endpoint), readAlarms(workspace, name)]);
  if (!run) throw configGone();
  const { mode } = await describeEndpointConfig(workspace, run.configName);
  const isAsync = mode === "async";
  return { run, isAsync, refusal: updateRefusal(endpoint.status) ?? (hosts(run) ? HOSTING_REFUSAL : null), ...alarms };
}

/** Variants without a model hold components. */
function hosts({ variants }: RunView): boolean {
  return variants.length > 0 && variants.every(({ modelName }) => modelName === null);
}

async function readAlarms(workspace: Workspace, name: string): Promise<Pick<UpdateStart, "alarms" | "alarmProblem">> {
  try {
    // Alarms of scaling policies stand at ALARM in quiet times: they would take every update back.
    const watching = (await describeAlarms(workspace)).alarms.filter(
      (each) => each.endpoint === name && !each.isOfScaling,
    );
    const alarms = watching.map(({ name: alarm, state, metric, rule }) => ({
      name: alarm,
      state,
      metric: metric?.name ?? "an expression",
      threshold: rule?.threshold ?? null,
    }));
    return { alarms, alarmProblem: null };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { alarms: [], alarmProblem: cause.message };
  }
}

/** The calls that a form would be sent as, without secrets. */
export async function reviewUpdate(input: UpdateInput, workspace: Workspace): Promise<UpdateReview> {
  const base = await checkedBase(input, workspace);
  return { requests: maskUpdate(buildUpdate(input, base)) };
}

/** Begins an update and answers at once with the operation's id; sending the same form again finds the same operation. */
export async function startUpdate(input: UpdateInput, workspace: Workspace, member: Member): Promise<{ id: string }> {
  if (await readOperation(input.requestId)) return { id: input.requestId };
  const base = await checkedBase(input, workspace);
  const requests = buildUpdate(input, base);
  const requested = withoutTyped(toRun(input, base.run, requests.update.EndpointConfigName));
  return begin(workspace, member, base.run, {
    plan: { id: input.requestId, requests, requested, retains: input.retain },
    kind: "update",
    strategy: STRATEGY_LABELS[input.strategy],
  });
}

/** Takes an endpoint back to a configuration that exists, all at once. */
export async function returnToConfig(
  input: ReturnInput,
  workspace: Workspace,
  member: Member,
): Promise<{ id: string }> {
  if (await readOperation(input.requestId)) return { id: input.requestId };
  const endpoint = await changeable(workspace, input.endpointName);
  const [running, requested] = await Promise.all([
    readRunning(workspace, endpoint),
    readRun(workspace, input.configName),
  ]);
  if (!running) throw configGone();
  if (!requested) throw new AppError("not-found", `The configuration ${input.configName} no longer exists.`);
  const update = { EndpointName: input.endpointName, EndpointConfigName: input.configName };
  return begin(workspace, member, running, {
    plan: {
      id: input.requestId,
      requests: { models: [], alarms: [], endpointConfig: null, update },
      requested,
      retains: false,
    },
    kind: "return",
    strategy: STRATEGY_LABELS["all-at-once"],
  });
}

/**
 * Stops a running update in the only way there is: SageMaker has no call for it, but takes an update back when one of
 * its alarms goes off during a baking period.
 */
export async function stopUpdate(
  workspace: Workspace,
  endpointName: string,
  member: Member,
): Promise<{ alarm: string }> {
  forgetReads(workspace.id);
  const endpoint = await describeEndpoint(workspace, endpointName);
  const alarm = endpoint.lastDeployment?.alarms[0];
  if (endpoint.status !== "Updating" || !endpoint.pending || !alarm) {
    throw new AppError("conflict", "There is no running update that an alarm could take back.", {
      hint: "SageMaker has no call to stop an update; it ends by itself or by one of its alarms.",
    });
  }
  await setOffAlarm(workspace, alarm, `Set by ${member.name} to take the update back.`);
  forgetReads(workspace.id);
  return { alarm };
}

type Beginning = { plan: UpdatePlan; kind: UpdateRecord["kind"]; strategy: string };

async function begin(workspace: Workspace, member: Member, running: RunView, { plan, kind, strategy }: Beginning) {
  const { EndpointName, EndpointConfigName } = plan.requests.update;
  await insertUpdate(workspace.id, {
    id: plan.id,
    endpoint: EndpointName,
    kind,
    fromConfig: running.configName,
    toConfig: EndpointConfigName,
    requested: plan.requested,
    differences: diffRuns(running, plan.requested),
    strategy,
    memberName: member.name,
    startedAt: new Date().toISOString(),
    verdict: null,
  });
  const { id } = await startOperation(workspace, member, {
    id: plan.id,
    kind: "update-endpoint",
    target: `endpoint ${EndpointName}`,
    summary: { endpointName: EndpointName, kind },
    plan,
  });
  return { id };
}

async function changeable(workspace: Workspace, name: string): Promise<EndpointView> {
  forgetReads(workspace.id);
  const endpoint = await describeEndpoint(workspace, name);
  const refusal = updateRefusal(endpoint.status);
  if (refusal)
    throw new AppError(
      "conflict",
      refusal,
      isTransitional(endpoint.status) ? { hint: "Wait until it is in service again." } : {},
    );
  return endpoint;
}

/** What is wrong between the form and what runs by now, said beside the field it belongs to. */
async function checkedBase(input: UpdateInput, workspace: Workspace): Promise<UpdateBase> {
  await changeable(workspace, input.endpointName);
  const base = await readBase(workspace, input.endpointName);
  if (base.run.configName !== input.baseConfig) {
    throw new AppError("conflict", `Somebody has updated the endpoint since: it now runs ${base.run.configName}.`, {
      hint: "Open the form again, so that it starts at what runs now.",
    });
  }
  const gone = input.variants.find((wish) => !base.models.has(modelNameOf(wish, base) ?? ""));
  if (gone) {
    throw new AppError("conflict", `The model of the variant ${gone.basedOn} was deleted, and an update needs it.`, {
      hint: "Take the variant out, or deploy the model to another endpoint.",
    });
  }
  return base;
}

/** A secret that was typed is told from what it was while somebody types, not in what is kept. */
function withoutTyped(run: RunView): RunView {
  const variants = run.variants.map((variant) => ({
    ...variant,
    environment: variant.environment.map((entry) => (entry.isSecret ? { ...entry, value: MASK } : entry)),
  }));
  return { ...run, variants };
}

function maskUpdate(requests: UpdateRequests): UpdateRequests {
  const mask = (container: ContainerRequest): ContainerRequest => ({
    ...container,
    Environment: Object.fromEntries(
      Object.entries(container.Environment ?? {}).map(([name, value]) => [
        name,
        value && looksSecret(name, value) ? MASK : value,
      ]),
    ),
  });
  return {
    ...requests,
    models: requests.models.map((model) => ({
      ...model,
      ...(model.PrimaryContainer && { PrimaryContainer: mask(model.PrimaryContainer) }),
      ...(model.Containers && { Containers: model.Containers.map(mask) }),
    })),
  };
}
