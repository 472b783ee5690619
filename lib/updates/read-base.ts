import "server-only";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { readConfigRequest, readModelRequest } from "@/lib/aws/sagemaker/update-requests";
import type { EndpointView, RunningVariant } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import type { UpdateBase } from "./build-update";
import { type RunView, toRunView } from "./run-view";
import { noteConfig } from "./seen-configs";

/** A configuration with its models, as far as they exist; null when the configuration is gone. */
export async function readRun(workspace: Workspace, configName: string): Promise<RunView | null> {
  const config = await orNull(describeEndpointConfig(workspace, configName));
  if (!config) return null;
  const names = [...config.variants, ...config.shadows].flatMap(({ modelName }) => modelName ?? []);
  const models = await Promise.all([...new Set(names)].map((name) => orNull(describeModel(workspace, name))));
  return toRunView(config, new Map(models.flatMap((model) => (model ? [[model.name, model] as const] : []))));
}

/**
 * What an endpoint runs now: its configuration, with the counts and weights that were set since. It is written down as
 * seen: whoever updates without having opened the endpoint's page wants to come back to it as well.
 */
export async function readRunning(workspace: Workspace, endpoint: EndpointView): Promise<RunView | null> {
  const run = endpoint.configName ? await readRun(workspace, endpoint.configName) : null;
  await noteConfig(workspace.id, endpoint, run);
  return run && withLive(run, [...endpoint.variants, ...endpoint.shadows]);
}

/** All that an update starts from; throws when the configuration or a model that is needed is gone. */
export async function readBase(workspace: Workspace, endpointName: string): Promise<UpdateBase> {
  const endpoint = await describeEndpoint(workspace, endpointName);
  const run = await readRunning(workspace, endpoint);
  if (!run) throw configGone();
  const [config, tags] = await Promise.all([
    readConfigRequest(workspace, run.configName),
    describeEndpointConfig(workspace, run.configName).then(({ arn }) => listTags(workspace, arn)),
  ]);
  const names = [...new Set(run.variants.flatMap(({ modelName }) => modelName ?? []))];
  const models = await Promise.all(names.map((name) => orNull(readModelRequest(workspace, name))));
  return {
    run,
    config,
    models: new Map(models.flatMap((model) => (model ? [[model.ModelName, model] as const] : []))),
    tags: tags.filter(({ key }) => !key.startsWith("aws:")).map(({ key, value }) => ({ Key: key, Value: value })),
  };
}

/** AWS needs the configuration in use for an update. */
export function configGone(): AppError {
  return new AppError("conflict", "Its endpoint configuration was deleted, so SageMaker can no longer update it.", {
    hint: "Deploy the model to another endpoint and move your callers there.",
  });
}

function withLive(run: RunView, live: RunningVariant[]): RunView {
  return {
    ...run,
    variants: run.variants.map((variant) => {
      const found = live.find(({ name }) => name === variant.name);
      return {
        ...variant,
        instanceCount: variant.serverless ? variant.instanceCount : (found?.desiredInstances ?? variant.instanceCount),
        weight: found?.desiredWeight ?? variant.weight,
      };
    }),
  };
}

async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  }
}
