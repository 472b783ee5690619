import "server-only";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { listComponentNames } from "@/lib/aws/sagemaker/inference-components";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { AppError } from "@/lib/errors";
import { endpointLogGroup } from "@/lib/logs/view";
import { listSeenConfigs } from "@/lib/updates/seen-configs";
import { listUpdates } from "@/lib/updates/update-store";
import type { Workspace } from "@/lib/workspaces/view";

import { type EndpointConfigView, hostsComponents } from "./config-view";
import { configsOf, type DeletionPlan } from "./deletion-kind";
import type { DeletablePart, DeletionPreview, ModelPart } from "./deletion-view";
import type { EndpointDetail } from "./detail-view";
import { inPool } from "./pool";
import type { DeleteEndpointInput } from "./schema";
import { orNull } from "./service";
import { modelsIn, type PartUsers } from "./shared-parts";
import { deletionRefusal } from "./status";

type Parts = Omit<DeletionPreview, "scaling" | "alarms">;

const WIDTH = 5;
const MOST_EARLIER = 40;

/** An endpoint's configs and models, each with why it has to stay, if it has to. */
export async function findParts(
  workspace: Workspace,
  name: string,
  reading: Promise<EndpointDetail>,
  finding: Promise<PartUsers>,
): Promise<Parts> {
  const [endpoint, users] = await Promise.all([reading, finding]);
  // A config that is gone does not tell any more what its endpoint hosts.
  const mayHost = endpoint.isConfigMissing || hostsComponents(endpoint);
  const components = mayHost ? await listComponentNames(workspace, name) : [];
  const configs = await existingConfigs(workspace, endpoint);
  const parts = configs.map((config) => toPart(config.name, users.configUsers.get(config.name)));
  const models = await existingModels(workspace, endpoint, configs);
  const dataUrls = [...new Set(endpoint.variants.flatMap((variant) => variant.container?.modelDataUrl ?? []))];
  const [current] = configs.filter((config) => config.name === endpoint.configName);
  return {
    endpoint: name,
    components,
    refusal: refusalOf(endpoint, components),
    config: (current && parts.find((part) => part.name === current.name)) ?? null,
    earlier: parts.filter((part) => part.name !== current?.name),
    models: models.map((model) => toModelPart(model, configs, users)),
    staying: [
      ...dataUrls.map((url) => ({ kind: "data" as const, name: url })),
      { kind: "logs", name: endpointLogGroup(name) },
    ],
    checkedEndpoints: users.checked,
    checkedAll: users.checkedAll,
  };
}

function refusalOf({ status }: EndpointDetail, components: readonly string[]): string | null {
  if (components.length > 0) return `Inference components stand on it: ${components.join(", ")}.`;
  return status === "Deleting" ? null : deletionRefusal(status);
}

/** The config that runs, and those that this console saw the endpoint run or updated it to, as far as they exist. */
async function existingConfigs(workspace: Workspace, endpoint: EndpointDetail): Promise<EndpointConfigView[]> {
  const [seen, updates] = await Promise.all([
    listSeenConfigs(workspace.id, endpoint.name),
    listUpdates(workspace.id, endpoint.name),
  ]);
  const names = [
    ...(endpoint.configName && !endpoint.isConfigMissing ? [endpoint.configName] : []),
    ...seen.map(({ configName }) => configName),
    ...updates.flatMap(({ toConfig, fromConfig }) => [toConfig, fromConfig]),
  ];
  const unique = [...new Set(names)].slice(0, MOST_EARLIER);
  const configs = await inPool(unique, WIDTH, (config) => orNull(describeEndpointConfig(workspace, config)));
  return configs.filter((config) => config !== null);
}

async function existingModels(workspace: Workspace, endpoint: EndpointDetail, configs: EndpointConfigView[]) {
  const missing = endpoint.variants.flatMap(({ modelName, isModelMissing }) => (isModelMissing ? modelName : []));
  const names = [...new Set(configs.flatMap(modelsIn))].filter((model) => !missing.includes(model));
  const models = await inPool(names, WIDTH, (model) => orNull(describeModel(workspace, model)));
  return models.flatMap((model) => model?.name ?? []);
}

/** A model goes when its configs go: those of the endpoint are named, any other keeps it. */
function toModelPart(model: string, configs: EndpointConfigView[], users: PartUsers): ModelPart {
  const own = configs.filter((config) => modelsIn(config).includes(model)).map((config) => config.name);
  const part = toPart(model, users.modelUsers.get(model));
  return { ...part, keptBecause: part.keptBecause ?? keptByConfigs(model, own, users), neededBy: own };
}

/** Why a model has to stay for configs besides the endpoint's own, whether an endpoint runs them or not. */
export function keptByConfigs(model: string, own: readonly string[], { modelsOf, going }: PartUsers): string | null {
  const others = [...modelsOf].filter(
    ([config, models]) => models.includes(model) && !own.includes(config) && !going.has(config),
  );
  return keptBy(
    "endpoint config",
    others.map(([config]) => config),
  );
}

/** A part with why it has to stay: other endpoints use it. */
export function toPart(name: string, users: readonly string[] = []): DeletablePart {
  return { name, keptBecause: keptBy("endpoint", users) };
}

function keptBy(kind: string, [first, ...others]: readonly string[]): string | null {
  if (!first) return null;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `The ${kind} ${first}${more} still uses it.`;
}

/** The browser's list is only a wish: what is not this endpoint's, or in use elsewhere, is never removed. */
export function refuseForeignParts(preview: Parts, input: DeleteEndpointInput): void {
  const configs = [...(preview.config ? [preview.config] : []), ...preview.earlier];
  const chosen = [...(input.config && preview.config ? [preview.config.name] : []), ...(input.earlier ?? [])];
  const wished = [
    ...chosen.map((name) => configs.find((config) => config.name === name) ?? foreign(name)),
    ...input.models.map((name) => {
      const model = preview.models.find((each) => each.name === name);
      const needing = model?.neededBy.find((config) => !chosen.includes(config));
      return needing
        ? { name, keptBecause: `The endpoint config ${needing}, which stays, uses it.` }
        : (model ?? foreign(name));
    }),
  ];
  const kept = wished.find((part) => part.keptBecause);
  if (kept?.keptBecause) {
    throw new AppError("conflict", `${kept.name} cannot be deleted. ${kept.keptBecause}`, {
      hint: "Take it off the list and delete the rest.",
    });
  }
}

function foreign(name: string): DeletablePart {
  return { name, keptBecause: "The endpoint does not use it." };
}

/** What a deletion leaves in the account, each with why. */
export function stayingParts(preview: DeletionPreview, plan: DeletionPlan): { label: string; why: string | null }[] {
  const { config, earlier, models, scaling, alarms, staying } = preview;
  const parts = [
    ...[...(config ? [config] : []), ...earlier].map((part) => ({ kind: "endpoint config", part })),
    ...models.map((part) => ({ kind: "model", part })),
    ...[...(scaling.variants ? scaling.alarms : []), ...(alarms.found ?? []).map(toAlarmPart)].map((part) => ({
      kind: "alarm",
      part,
    })),
  ];
  const going: Record<string, string[]> = {
    "endpoint config": configsOf(plan),
    model: plan.models,
    alarm: plan.alarms ?? [],
  };
  return [
    ...parts
      .filter(({ kind, part }) => !going[kind]?.includes(part.name))
      .map(({ kind, part }) => ({ label: `${kind} ${part.name}`, why: part.keptBecause ?? "It was not chosen." })),
    ...staying.map(({ kind, name }) => ({
      label: `${kind === "data" ? "model data" : "log group"} ${name}`,
      why: null,
    })),
  ];
}

const toAlarmPart = ({ name }: { name: string }): DeletablePart => ({ name, keptBecause: null });
