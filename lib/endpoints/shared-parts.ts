import "server-only";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint, listEndpoints } from "@/lib/aws/sagemaker/endpoints";
import type { Workspace } from "@/lib/workspaces/view";

import { inPool } from "./pool";
import { orNull } from "./service";

/** SageMaker cannot be asked who uses a model, so others are described one by one; this bounds how many. */
const MAX_CHECKED = 200;
const WIDTH = 8;

export type PartUsers = {
  configUsers: Map<string, string[]>;
  modelUsers: Map<string, string[]>;
  checked: number;
  checkedAll: boolean;
};

/** Which endpoints other than `except` use which configs and models, as far as the newest 200 tell. */
export async function findPartUsers(workspace: Workspace, except: string): Promise<PartUsers> {
  const { names, checkedAll } = await otherEndpoints(workspace, except);
  const configUsers = new Map<string, string[]>();
  const modelUsers = new Map<string, string[]>();
  await inPool(names, WIDTH, async (name) => {
    const configName = (await orNull(describeEndpoint(workspace, name)))?.configName;
    if (!configName) return;
    add(configUsers, configName, name);
    const config = await orNull(describeEndpointConfig(workspace, configName));
    for (const variant of config?.variants ?? []) if (variant.modelName) add(modelUsers, variant.modelName, name);
  });
  return { configUsers, modelUsers, checked: names.length, checkedAll };
}

async function otherEndpoints(workspace: Workspace, except: string) {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEndpoints(workspace, { cursor, limit: 100, sort: "created", order: "desc" });
    names.push(...page.items.map((item) => item.name).filter((name) => name !== except));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && names.length < MAX_CHECKED);
  return { names: names.slice(0, MAX_CHECKED), checkedAll: !cursor && names.length <= MAX_CHECKED };
}

function add(users: Map<string, string[]>, part: string, endpoint: string): void {
  users.set(part, [...(users.get(part) ?? []), endpoint]);
}
