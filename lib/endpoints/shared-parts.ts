import "server-only";
import { describeEndpointConfig, listEndpointConfigNames } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint, listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import { describeComponent, listComponentPlaces } from "@/lib/aws/sagemaker/inference-components";
import type { Workspace } from "@/lib/workspaces/view";

import type { EndpointConfigView } from "./config-view";
import { inPool } from "./pool";
import { orNull } from "./service";

/** SageMaker cannot be asked who uses a model, so others are described one by one; this bounds how many. */
const MAX_CHECKED = 200;
const WIDTH = 8;

export type PartUsers = {
  /** Endpoints by the config, and by the model, that they use; those of their inference components too. */
  configUsers: Map<string, string[]>;
  modelUsers: Map<string, string[]>;
  /** The models of each endpoint config, whether an endpoint uses it or not. */
  modelsOf: Map<string, string[]>;
  /** The configs of the endpoints that go: they go too, unless another endpoint uses them. */
  going: Set<string>;
  /** How many other endpoints were looked at. */
  checked: number;
  checkedAll: boolean;
};

/** Which endpoints other than those that go, and which configs, use which parts, as far as the newest 200 of each tell. */
export async function findPartUsers(workspace: Workspace, going: readonly string[]): Promise<PartUsers> {
  const [others, configs] = await Promise.all([otherEndpoints(workspace, going), allConfigs(workspace)]);
  const configUsers = new Map<string, string[]>();
  await inPool(others.names, WIDTH, async (name) => {
    const configName = (await orNull(describeEndpoint(workspace, name)))?.configName;
    if (configName) add(configUsers, configName, name);
  });
  const modelsOf = new Map<string, string[]>();
  await inPool([...new Set([...configs.names, ...configUsers.keys()])], WIDTH, async (name) => {
    const config = await orNull(describeEndpointConfig(workspace, name));
    if (config) modelsOf.set(name, modelsIn(config));
  });
  const own = await inPool(going, WIDTH, async (name) => (await orNull(describeEndpoint(workspace, name)))?.configName);
  const modelUsers = new Map<string, string[]>();
  for (const [config, endpoints] of configUsers) {
    for (const model of modelsOf.get(config) ?? []) for (const endpoint of endpoints) add(modelUsers, model, endpoint);
  }
  const components = await otherComponents(workspace, going);
  for (const { endpoint, model } of components.models) add(modelUsers, model, endpoint);
  return {
    configUsers,
    modelUsers,
    modelsOf,
    going: new Set(own.flatMap((config) => config ?? [])),
    checked: others.names.length,
    checkedAll: others.checkedAll && configs.checkedAll && components.checkedAll,
  };
}

/** Every model that a config names, shadow variants included. */
export function modelsIn({ variants, shadows }: EndpointConfigView): string[] {
  return [...new Set([...variants, ...shadows].flatMap(({ modelName }) => modelName ?? []))];
}

async function allConfigs(workspace: Workspace) {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEndpointConfigNames>> = await listEndpointConfigNames(workspace, cursor);
    names.push(...page.names);
    cursor = page.nextCursor;
  } while (cursor && names.length < MAX_CHECKED);
  return { names: names.slice(0, MAX_CHECKED), checkedAll: !cursor && names.length <= MAX_CHECKED };
}

async function otherEndpoints(workspace: Workspace, going: readonly string[]) {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEndpoints(workspace, { cursor, limit: 100, sort: "created", order: "desc" });
    names.push(...page.items.map((item) => item.name).filter((name) => !going.includes(name)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && names.length < MAX_CHECKED);
  return { names: names.slice(0, MAX_CHECKED), checkedAll: !cursor && names.length <= MAX_CHECKED };
}

/** The models of inference components that stand on endpoints which stay. */
async function otherComponents(workspace: Workspace, going: readonly string[]) {
  const found: { name: string; endpoint: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listComponentPlaces>> = await listComponentPlaces(workspace, cursor);
    found.push(...page.items.filter(({ endpoint }) => !going.includes(endpoint)));
    cursor = page.nextCursor;
  } while (cursor && found.length < MAX_CHECKED);
  const models = await inPool(found.slice(0, MAX_CHECKED), WIDTH, async ({ name, endpoint }) => {
    const model = (await orNull(describeComponent(workspace, name)))?.specification.modelName;
    return model ? [{ endpoint, model }] : [];
  });
  return { models: models.flat(), checkedAll: !cursor && found.length <= MAX_CHECKED };
}

function add(users: Map<string, string[]>, part: string, endpoint: string): void {
  users.set(part, [...(users.get(part) ?? []), endpoint]);
}
