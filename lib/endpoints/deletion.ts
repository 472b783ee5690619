import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { deleteEndpoint, describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { deleteModel } from "@/lib/aws/sagemaker/models";
import { AppError } from "@/lib/errors";
import { endpointLogGroup } from "@/lib/logs/view";
import type { Workspace } from "@/lib/workspaces/view";

import type { DeletablePart, DeletionPreview, DeletionResult } from "./deletion-view";
import type { DeleteEndpointInput } from "./schema";
import { readEndpoint } from "./service";
import { findPartUsers } from "./shared-parts";

/** What deleting an endpoint would take along, and what has to stay because others use it. */
export async function previewDeletion(workspace: Workspace, name: string): Promise<DeletionPreview> {
  const [endpoint, users] = await Promise.all([readEndpoint(workspace, name), findPartUsers(workspace, name)]);
  const present = endpoint.variants.filter((variant) => variant.modelName && !variant.isModelMissing);
  const modelNames = [...new Set(present.flatMap((variant) => variant.modelName ?? []))];
  const dataUrls = [...new Set(endpoint.variants.flatMap((variant) => variant.container?.modelDataUrl ?? []))];
  return {
    endpoint: name,
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

/**
 * Deletes an endpoint and then the chosen parts, one after the other. The endpoint goes first: it is what costs money,
 * and without it nothing needs the rest. A part that cannot go is reported, not thrown, so that the answer is whole.
 */
export async function removeEndpoint(workspace: Workspace, input: DeleteEndpointInput): Promise<DeletionResult> {
  const preview = await previewDeletion(workspace, input.name);
  refuseForeignParts(preview, input);
  const result: DeletionResult = { gone: [], remaining: [] };
  try {
    await startDeletion(workspace, input.name);
    result.gone.push(`endpoint ${input.name}`);
    if (input.config && preview.config) {
      const { name } = preview.config;
      await attempt(result, `endpoint config ${name}`, () => deleteEndpointConfig(workspace, name));
    }
    for (const model of input.models) {
      await attempt(result, `model ${model}`, () => deleteModel(workspace, model));
    }
  } finally {
    forgetReads(workspace.id);
  }
  return result;
}

/** A second click, or a colleague's, must not fail on an endpoint that is going already. */
async function startDeletion(workspace: Workspace, name: string): Promise<void> {
  const { status } = await describeEndpoint(workspace, name);
  if (status !== "Deleting") await deleteEndpoint(workspace, name);
}

async function attempt(result: DeletionResult, part: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    result.gone.push(part);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    // Gone already is what was asked for.
    if (cause.code === "not-found") result.gone.push(part);
    else result.remaining.push({ name: part, reason: cause.message });
  }
}

/** The browser's list is only a wish: what is not this endpoint's, or in use elsewhere, is never removed. */
function refuseForeignParts(preview: DeletionPreview, input: DeleteEndpointInput): void {
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

function toPart(name: string, users: string[] = []): DeletablePart {
  const [first, ...others] = users;
  if (!first) return { name, keptBecause: null };
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return { name, keptBecause: `The endpoint ${first}${more} still uses it.` };
}
