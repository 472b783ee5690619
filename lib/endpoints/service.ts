import "server-only";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { listTags } from "@/lib/aws/sagemaker/tags";
import { priceTableOf } from "@/lib/costs/prices";
import { AppError } from "@/lib/errors";
import { toRunView } from "@/lib/updates/run-view";
import { noteConfig } from "@/lib/updates/seen-configs";
import type { Workspace } from "@/lib/workspaces/view";

import { assembleEndpoint, toEndpointRow } from "./assemble";
import type { EndpointDetail, EndpointRow } from "./detail-view";
import { expiryOf } from "./expiry";
import { inPool } from "./pool";

const WIDTH = 5;

/** An endpoint with its config and models; throws `not-found` only when the endpoint itself is gone. */
export async function readEndpoint(workspace: Workspace, name: string): Promise<EndpointDetail> {
  const endpoint = await describeEndpoint(workspace, name);
  const config = endpoint.configName ? await orNull(describeEndpointConfig(workspace, endpoint.configName)) : null;
  const modelNames = [
    ...new Set([...(config?.variants ?? []), ...(config?.shadows ?? [])].flatMap((variant) => variant.modelName ?? [])),
  ];
  const models = await inPool(modelNames, WIDTH, (model) => orNull(describeModel(workspace, model)));
  const known = new Map(models.flatMap((model) => (model ? [[model.name, model] as const] : [])));
  // The history must not cost the page that shows the endpoint.
  const noting = noteConfig(workspace.id, endpoint, config && toRunView(config, known));
  await noting.catch((cause: unknown) => console.error("The endpoint's history could not be kept.", cause));
  return assembleEndpoint(endpoint, config, known, await priceTableOf(workspace));
}

/** What the visible rows of the table show beyond their status; endpoints that are gone are left out. */
export async function readEndpointRows(workspace: Workspace, names: readonly string[]): Promise<EndpointRow[]> {
  const details = await inPool(names, WIDTH, (name) => orNull(readEndpoint(workspace, name)));
  return inPool(
    details.filter((detail) => detail !== null),
    WIDTH,
    async (detail) => {
      // Tags take a right of their own: without it the row still has everything else.
      const tags = await listTags(workspace, detail.arn).catch(() => []);
      return { ...toEndpointRow(detail), expiresAt: expiryOf(tags) };
    },
  );
}

/** Turns "there is none" into null; every other failure stays one. */
export async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  }
}
