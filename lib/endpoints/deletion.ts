import "server-only";
import { randomUUID } from "node:crypto";
import { findMadeHere, listAlarmsOf } from "@/lib/alarms/service";
import type { Member } from "@/lib/auth/member";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { describeScaledVariants } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { describeScalingAlarmsNamed } from "@/lib/aws/cloudwatch/scaling-alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { AppError } from "@/lib/errors";
import { operationAfter, startOperation } from "@/lib/operations/service";
import { isUnderWay, type OperationResource, type OperationView } from "@/lib/operations/view";
import type { Workspace } from "@/lib/workspaces/view";

import { configsOf, type DeletionPlan } from "./deletion-kind";
import { findParts, refuseForeignParts, stayingParts } from "./deletion-parts";
import type { DeletablePart, DeletionPreview, DeletionResult, ScaledVariant } from "./deletion-view";
import type { EndpointDetail } from "./detail-view";
import type { DeleteEndpointInput } from "./schema";
import { readEndpoint } from "./service";
import { findPartUsers, type PartUsers } from "./shared-parts";
import { deletionRefusal } from "./status";

const PATIENCE_MS = 20_000;
const PART_WORDS = {
  endpoint: "endpoint",
  "endpoint-config": "endpoint config",
  model: "model",
  archive: "archive",
  "transform-job": "transform job",
  alarm: "alarm",
  "inference-component": "inference component",
} as const satisfies Record<OperationResource["kind"], string>;

/**
 * What deleting an endpoint would take along, and what has to stay because others use it. Endpoints that go together
 * are no others: `users` are those besides them.
 */
export async function previewDeletion(
  workspace: Workspace,
  name: string,
  users: Promise<PartUsers> = findPartUsers(workspace, [name]),
): Promise<DeletionPreview> {
  const reading = readEndpoint(workspace, name);
  const [parts, scaling, alarms] = await Promise.all([
    findParts(workspace, name, reading, users),
    reading.then((endpoint) => findScaling(workspace, endpoint)),
    findAlarms(workspace, name),
  ]);
  return { ...parts, scaling, alarms };
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
  const { id, plan, preview } = await beginDeletion(workspace, member, input);
  return toResult(plan, preview, await operationAfter(workspace, id, PATIENCE_MS));
}

type Begun = { id: string; plan: DeletionPlan; preview: DeletionPreview };
type Together = { users: Promise<PartUsers>; after: string[] };

/** Checks what was chosen and writes the operation down. `together`: other endpoints go too, those of `after` first. */
export async function beginDeletion(
  workspace: Workspace,
  member: Member,
  input: DeleteEndpointInput,
  together?: Together,
): Promise<Begun> {
  const preview = await previewDeletion(workspace, input.name, together?.users);
  refuseUnderComponents(preview);
  refuseForeignParts(preview, input);
  await refuseWhileChanging(workspace, input.name);
  const { scaling, config } = preview;
  const goingAlarms = (scaling.variants ? scaling.alarms : []).filter(
    ({ name, keptBecause }) => keptBecause === null && input.alarms.includes(name),
  );
  const plan: DeletionPlan = {
    endpoint: input.name,
    config: input.config && config ? config.name : null,
    earlier: input.earlier ?? [],
    models: input.models,
    targets: (scaling.variants ?? []).map(({ resourceId, dimension }) => ({ resourceId, dimension })),
    alarms: [...new Set([...(await chosenAlarms(workspace, input)), ...goingAlarms.map(({ name }) => name)])],
    after: together?.after ?? [],
  };
  const id = randomUUID();
  await startOperation(workspace, member, {
    id,
    kind: "delete-endpoint",
    target: `endpoint ${input.name}`,
    summary: plan,
    plan,
  });
  return { id, plan, preview };
}

/** SageMaker refuses it as well, and does not say which they are. */
function refuseUnderComponents({ endpoint, components }: DeletionPreview): void {
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

function toResult(plan: DeletionPlan, preview: DeletionPreview, operation: OperationView): DeletionResult {
  const parts: OperationResource[] = [
    { kind: "endpoint", name: plan.endpoint },
    ...configsOf(plan).map((name) => ({ kind: "endpoint-config" as const, name })),
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
    staying: stayingParts(preview, plan),
    problem: operation.problem,
  };
}

function partLabel({ kind, name }: OperationResource): string {
  return `${PART_WORDS[kind]} ${name}`;
}
