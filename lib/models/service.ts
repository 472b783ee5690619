import "server-only";
import { describeModel, listModels } from "@/lib/aws/sagemaker/models";
import { modelSourceLabel, modelSourceOf, taskOf } from "@/lib/endpoints/model-view";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import type { ListModelsInput } from "./schema";
import type { ModelRow, ModelRows } from "./view";

/** Each is described by a call of its own: as many as a person reads before typing more. */
const LIMIT = 20;
const WIDTH = 5;

/** The newest SageMaker models with what their containers say; one that is deleted meanwhile is left out. */
export async function readModelRows(workspace: Workspace, { search }: ListModelsInput): Promise<ModelRows> {
  const { items, hasMore } = await listModels(workspace, { search, limit: LIMIT });
  const rows = await inPool(items, WIDTH, async ({ name, createdAt }): Promise<ModelRow | null> => {
    const model = await orNull(describeModel(workspace, name));
    if (!model) return null;
    const [container] = model.containers;
    if (!container) return { name, createdAt, image: null, task: null, source: null };
    const source = modelSourceLabel(modelSourceOf(container));
    return { name, createdAt, image: container.image, task: taskOf(container), source };
  });
  return { items: rows.filter((row) => row !== null), hasMore };
}
