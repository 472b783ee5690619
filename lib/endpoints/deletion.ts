import "server-only";
import { randomUUID } from "node:crypto";
import { findMadeHere, listAlarmsOf } from "@/lib/alarms/service";
import type { Member } from "@/lib/auth/member";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { describeScaledVariants } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { describeScalingAlarmsNamed } from "@/lib/aws/cloudwatch/scaling-alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { listComponentNames } from "@/lib/aws/sagemaker/inference-components";
import { AppError } from "@/lib/errors";
import { endpointLogGroup } from "@/lib/logs/view";
import { operationAfter, startOperation } from "@/lib/operations/service";
import { isUnderWay, type OperationResource, type OperationView } from "@/lib/operations/view";
import type { Workspace } from "@/lib/workspaces/view";

import { hostsComponents } from "./config-view";
import type { DeletionPlan } from "./deletion-kind";
import type { DeletablePart, DeletionPreview, DeletionResult, ScaledVariant } from "./deletion-view";
import type { EndpointDetail } from "./detail-view";
import type { DeleteEndpointInput } from "./schema";
import { readEndpoint } from "./service";
import { findPartUsers } from "./shared-parts";
import { deletionRefusal } from "./status";

type Parts = Omit<DeletionPreview, "scaling" | "alarms">;

const PATIENCE_MS = 20_000;
const PART_WORDS = {
  endpoint: "endpoint",
  "endpoint-config": "endpoint config",
  model: "model",
  archive: "archive",
  "transform-job": "transform job",
  alarm: "alarm",
} as const satisfies Record<OperationResource["kind"], string>;

/** What deleting an endpoint would take along, and what has to stay because others use it. */
export async function previewDeletion(workspace: Workspace, name: string): Promise<DeletionPreview> {
  const reading = readEndpoint(workspace, name);
  const [parts, scaling, alarms] = await Promise.all([
    findParts(workspace, name, reading),
    reading.then((endpoint) => findScaling(workspace, endpoint)),
    findAlarms(workspace, name),
  ]);
  return { ...parts, scaling, alarms };
}

async function findParts(
  workspace: Workspace,
  name: string,
  reading: Promise<EndpointDetail> = readEndpoint(workspace, name),
): Promise<Parts> {
  const [endpoint, users] = await Promise.all([reading, findPartUsers(workspace, name)]);
  // A config that is gone does not tell any more what its endpoint hosts.
  const mayHost = endpoint.isConfigMissing || hostsComponents(endpoint);
  const present = endpoint.variants.filter((variant) => variant.modelName && !variant.isModelMissing);
  const modelNames = [...new Set(present.flatMap((variant) => variant.modelName ?? []))];
  const dataUrls = [...new Set(endpoint.variants.flatMap((variant) => variant.container?.modelDataUrl ?? []))];
  return {
    endpoint: name,
    components: mayHost ? await listComponentNames(workspace, name) : [],
    config:
      endpoint.configName && !endpoint.isConfigMissing
        ? toPart(endpoint.configName, users.configUsers.get(endpoint.configName))
        : null,
    models: modelNames.map((model) => toPart(model, users.modelUsers.get(model))),
    staying: [
      ...dataUrls.map((url) => ({ kind: "data" as const, name: url })),
      { kind: "logs", name: endpointLogGroup(name) },
    ],
    checkedEndpoints: users.checked,
    checkedAll: users.checkedAll,
  };
}

/** A deletion must not hang on a service that it does not need: what cannot be looked at is said so. */
async function findScaling(workspace: Workspace, endpoint: EndpointDetail): Promise<DeletionPreview["scaling"]> {
  try {
    const names = endpoint.variants.map((variant) => variant.name);
    const variants = await describeScaledVariants(workspace, endpoint.name, names);
    return { variants, alarms: await findStepAlarms(workspace, variants), problem: null };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { variants: null, problem: cause.message };
  }
}

async function findAlarms(workspace: Workspace, name: string): Promise<DeletionPreview["alarms"]> {
  try {
    const alarms = (await listAlarmsOf(workspace, name)).filter(({ isOfScaling }) => !isOfScaling);
    const madeHere = await findMadeHere(workspace, alarms);
    return {
      found: alarms.map((alarm) => ({ name: alarm.name, isMadeHere: madeHere.has(alarm.name) })),
      problem: null,
    };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { found: null, problem: cause.message };
  }
}

/** Only alarms that watch this endpoint go with it, whatever the browser names. */
async function chosenAlarms(workspace: Workspace, { name, alarms }: DeleteEndpointInput): Promise<string[]> {
  if (alarms.length === 0) return [];
  const own = await listAlarmsOf(workspace, name);
  return own.filter((alarm) => !alarm.isOfScaling && alarms.includes(alarm.name)).map((alarm) => alarm.name);
}

/** Alarms that start its step policies: those of target tracking are AWS's, and go with their policy. */
async function findStepAlarms(workspace: Workspace, variants: readonly ScaledVariant[]): Promise<DeletablePart[]> {
  const resources = [...new Set(variants.map(({ resourceId }) => resourceId))];
  const policies = await Promise.all(
    resources.map((resourceId) => describeScalingPolicies(workspace, { resourceId, cursor: null })),
  );
  const steps = policies.flatMap(({ items }) => items.filter(({ type }) => type === "StepScaling"));
  const alarms = await describeScalingAlarmsNamed(workspace, [...new Set(steps.flatMap((policy) => policy.alarms))]);
  const arns = new Set(steps.map(({ arn }) => arn));
  return alarms.map(({ name, actions }) => ({
    name,
    keptBecause: actions.every((action) => arns.has(action))
      ? null
      : "It does more than start this endpoint's scaling.",
  }));
}

/**
 * Deletes an endpoint and then the chosen parts, as an operation of the journal: a killed console goes on with it.
 * Waits a little for its end, so that the answer is usually whole; what could not go is told, not thrown.
 */
export async function removeEndpoint(
  workspace: Workspace,
  member: Member,
  input: DeleteEndpointInput,
): Promise<DeletionResult> {
  const preview = await findParts(workspace, input.name);
  refuseUnderComponents(preview);
  refuseForeignParts(preview, input);
  const scaling = await findScaling(workspace, await readEndpoint(workspace, input.name));
  const goingAlarms = (scaling.variants ? scaling.alarms : []).filter(
    ({ name, keptBecause }) => keptBecause === null && input.alarms.includes(name),
  );
  await refuseWhileChanging(workspace, input.name);
  const plan: DeletionPlan = {
    endpoint: input.name,
    config: input.config && preview.config ? preview.config.name : null,
    models: input.models,
    targets: (scaling.variants ?? []).map(({ resourceId, dimension }) => ({ resourceId, dimension })),
    alarms: [...new Set([...(await chosenAlarms(workspace, input)), ...goingAlarms.map(({ name }) => name)])],
  };
  const id = randomUUID();
  await startOperation(workspace, member, {
    id,
    kind: "delete-endpoint",
    target: `endpoint ${input.name}`,
    summary: plan,
    plan,
  });
  return toResult(plan, await operationAfter(workspace, id, PATIENCE_MS));
}

/** SageMaker refuses it as well, and does not say which they are. */
function refuseUnderComponents({ endpoint, components }: Parts): void {
  if (components.length === 0) return;
  throw new AppError("conflict", `Inference components stand on ${endpoint}: ${components.join(", ")}.`, {
    hint: "Delete them first; then the endpoint can go.",
  });
}

/** What SageMaker would refuse anyway, said before anything is begun. */
async function refuseWhileChanging(workspace: Workspace, name: string): Promise<void> {
  forgetReads(workspace.id);
  const { status } = await describeEndpoint(workspace, name);
  const refusal = status === "Deleting" ? null : deletionRefusal(status);
  if (refusal) throw new AppError("conflict", refusal);
}

function toResult(plan: DeletionPlan, operation: OperationView): DeletionResult {
  const parts: OperationResource[] = [
    { kind: "endpoint", name: plan.endpoint },
    ...(plan.config ? [{ kind: "endpoint-config" as const, name: plan.config }] : []),
    ...plan.models.map((name) => ({ kind: "model" as const, name })),
    ...(plan.alarms ?? []).map((name) => ({ kind: "alarm" as const, name })),
  ];
  const stays = ({ kind, name }: OperationResource) =>
    operation.existing === null || operation.existing.some((part) => part.kind === kind && part.name === name);
  const isFailed = operation.status === "failed";
  return {
    operationId: operation.id,
    isRunning: isUnderWay(operation),
    gone: isUnderWay(operation) ? [] : parts.filter((part) => !isFailed || !stays(part)).map(partLabel),
    remaining: isFailed ? parts.filter(stays).map(partLabel) : [],
    problem: operation.problem,
  };
}

function partLabel({ kind, name }: OperationResource): string {
  return `${PART_WORDS[kind]} ${name}`;
}

/** The browser's list is only a wish: what is not this endpoint's, or in use elsewhere, is never removed. */
function refuseForeignParts(preview: Parts, input: DeleteEndpointInput): void {
  const wished = [
    ...(input.config ? [preview.config] : []),
    ...input.models.map((name) => preview.models.find((model) => model.name === name) ?? foreign(name)),
  ];
  const kept = wished.find((part) => part?.keptBecause);
  if (kept?.keptBecause) {
    throw new AppError("conflict", `${kept.name} cannot be deleted. ${kept.keptBecause}`, {
      hint: "Take it off the list and delete the rest.",
    });
  }
}

function foreign(name: string): DeletablePart {
  return { name, keptBecause: "The endpoint does not use it." };
}

/** A part with why it has to stay: other endpoints use it. */
export function toPart(name: string, users: string[] = []): DeletablePart {
  const [first, ...others] = users;
  if (!first) return { name, keptBecause: null };
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return { name, keptBecause: `The endpoint ${first}${more} still uses it.` };
}
