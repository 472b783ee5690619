import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/auth/member";
import { forgetReads } from "@/lib/aws/read-cache";
import { hostsComponents } from "@/lib/endpoints/config-view";
import { keptByConfigs, toPart } from "@/lib/endpoints/deletion-parts";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { readEndpoint } from "@/lib/endpoints/service";
import { findPartUsers } from "@/lib/endpoints/shared-parts";
import { AppError } from "@/lib/errors";
import { readComponents } from "@/lib/inference-components/service";
import { type ComponentDetail, isComponentMoving } from "@/lib/inference-components/view";
import { endpointLogGroup } from "@/lib/logs/view";
import { readOperation } from "@/lib/operations/journal";
import { startOperation } from "@/lib/operations/service";
import { componentsIn } from "@/lib/specification/components-in";
import { maskCalls } from "@/lib/specification/mask";
import { readSpecification } from "@/lib/specification/read";
import type { AwsCall, EndpointCodeView, EndpointSpecification } from "@/lib/specification/view";
import type { Workspace } from "@/lib/workspaces/view";

import type { ParkPlan } from "./park-kind";
import { parkRefusal } from "./park-refusal";
import { deleteParked, insertParked, listParked, openSpecification, readParked } from "./parked-store";
import type { DiscardInput, ParkInput } from "./schema";
import { summarize } from "./summarize";
import type { KeptPart, ParkPreview } from "./view";

type Found = { endpoint: EndpointDetail; specification: EndpointSpecification; preview: ParkPreview };

/** What parking an endpoint would keep, delete and save per hour; throws when it cannot be parked. */
export async function previewParking(workspace: Workspace, name: string): Promise<ParkPreview> {
  return (await look(workspace, name)).preview;
}

/** Keeps an endpoint's specification and begins to delete it; answers at once with the operation's id. */
export async function parkEndpoint(workspace: Workspace, member: Member, input: ParkInput): Promise<{ id: string }> {
  if (await readOperation(input.requestId)) return { id: input.requestId };
  forgetReads(workspace.id);
  const { specification, preview } = await look(workspace, input.name);
  const { summary, going } = preview;
  const named = (kind: string) => going.filter((part) => part.kind === kind).map(({ name }) => name);
  const parked = {
    id: randomUUID(),
    endpoint: input.name,
    operationId: input.requestId,
    summary,
    memberId: member.id,
    memberName: member.name,
    parkedAt: new Date().toISOString(),
  };
  const plan: ParkPlan = {
    parkedId: parked.id,
    endpoint: input.name,
    config: named("Endpoint config")[0] ?? null,
    models: named("Model"),
    components: componentsIn(specification.calls),
    targets: specification.calls.flatMap(toTarget),
    alarms: summary.alarms,
  };
  await insertParked(workspace.id, { ...parked, specification });
  try {
    await startOperation(workspace, member, {
      id: input.requestId,
      kind: "park-endpoint",
      target: `endpoint ${input.name}`,
      summary: { endpointName: input.name },
      plan,
    });
  } catch (cause) {
    await deleteParked(workspace.id, parked.id); // nothing has been deleted
    throw cause;
  }
  return { id: input.requestId };
}

/** Forgets a parked endpoint for good. */
export async function discardParked(workspace: Workspace, { id }: DiscardInput): Promise<void> {
  const { state } = await readParked(workspace.id, id);
  if (state === "parking" || state === "restoring") {
    throw new AppError("conflict", "It is being worked on at the moment.", { hint: "Wait until that has ended." });
  }
  await deleteParked(workspace.id, id);
}

/** What is kept of a parked endpoint, for people: masked. */
export async function readParkedCode(workspace: Workspace, id: string): Promise<EndpointCodeView> {
  const { endpoint, calls } = await openSpecification(workspace.id, id);
  return { endpoint, calls: maskCalls(calls), unread: [] };
}

async function look(workspace: Workspace, name: string): Promise<Found> {
  const [endpoint, parked] = await Promise.all([readEndpoint(workspace, name), listParked(workspace.id)]);
  const refusal = parked.some((each) => each.endpoint === name && each.state === "parking")
    ? "It is being parked already."
    : parkRefusal(endpoint.status);
  if (refusal) throw new AppError("conflict", `${name} cannot be parked. ${refusal}`);
  refuseMissing(endpoint);
  refuseComponents(name, hostsComponents(endpoint) ? await readComponents(workspace, name) : []);
  const [specification, users] = await Promise.all([
    readSpecification(workspace, name),
    findPartUsers(workspace, [name]),
  ]);
  const summary = summarize(specification.calls, endpoint.cost.usdPerHour);
  const parts = [
    {
      kind: "endpoint config" as const,
      title: "Endpoint config",
      ...toPart(summary.config, users.configUsers.get(summary.config)),
    },
    ...summary.models.map((model) => ({
      kind: "model" as const,
      title: "Model",
      name: model,
      keptBecause:
        toPart(model, users.modelUsers.get(model)).keptBecause ?? keptByConfigs(model, [summary.config], users),
    })),
  ];
  const going = [
    ...componentsIn(specification.calls).map((component) => ({ kind: "Inference component", name: component })),
    { kind: "Endpoint", name },
    ...parts
      .filter(({ keptBecause }) => keptBecause === null)
      .map(({ title, name: part }) => ({ kind: title, name: part })),
    ...summary.alarms.map((alarm) => ({ kind: "Alarm", name: alarm })),
  ];
  const staying: KeptPart[] = [
    ...parts.flatMap(({ kind, name: part, keptBecause }) =>
      keptBecause ? [{ kind, name: part, why: keptBecause }] : [],
    ),
    ...dataOf(specification.calls).map((url) => ({ kind: "data" as const, name: url, why: "It is read again." })),
    { kind: "logs", name: endpointLogGroup(name), why: "New lines are added to it." },
  ];
  return {
    endpoint,
    specification,
    preview: { endpoint: name, summary, going, staying, checkedAll: users.checkedAll },
  };
}

/** What is gone already could not be made again. */
function refuseMissing({ name, isConfigMissing, configName, variants }: EndpointDetail): void {
  const model = variants.find(({ isModelMissing }) => isModelMissing)?.modelName;
  const missing = isConfigMissing ? `endpoint config ${configName}` : model ? `model ${model}` : null;
  if (missing) {
    throw new AppError(
      "conflict",
      `${name} cannot be parked: its ${missing} was deleted, and it could not be made again.`,
      {
        hint: "Update the endpoint to a model that exists, then park it.",
      },
    );
  }
}

/** A component that changes cannot be deleted, and one that never ran or lost its model could not be made again. */
function refuseComponents(endpoint: string, components: readonly ComponentDetail[]): void {
  const refusals = components.flatMap((component) => {
    const { name, status, isModelMissing, specification } = component;
    if (status === "Failed") return [`The inference component ${name} never ran. Delete it first.`];
    if (isModelMissing) return [`The model ${specification.modelName} of ${name} was deleted.`];
    return isComponentMoving(component) ? [`The inference component ${name} is changing. Wait until it is done.`] : [];
  });
  if (refusals[0]) throw new AppError("conflict", `${endpoint} cannot be parked. ${refusals[0]}`);
}

function toTarget({ operation, input }: AwsCall): { resourceId: string; dimension: string }[] {
  if (operation !== "RegisterScalableTarget") return [];
  return [{ resourceId: String(input.ResourceId), dimension: String(input.ScalableDimension) }];
}

/** Where a model's, or a component's, container reads from. */
type Archived = { ModelDataUrl?: string; ArtifactUrl?: string };

function dataOf(calls: readonly AwsCall[]): string[] {
  const containers = calls.flatMap(({ input }) => [
    input.PrimaryContainer,
    ...((input.Containers as unknown[] | undefined) ?? []),
    (input.Specification as { Container?: unknown } | undefined)?.Container,
  ]) as (Archived | undefined)[];
  return [...new Set(containers.flatMap((each) => each?.ModelDataUrl ?? each?.ArtifactUrl ?? []))];
}
