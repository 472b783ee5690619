import "server-only";
import {
  componentEnvironment,
  createComponent as createInferenceComponent,
  deleteComponent,
  describeComponent,
  listComponentNames,
  setCopyCount,
  updateComponent as updateInferenceComponent,
} from "@/lib/aws/sagemaker/inference-components";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { modelSourceOf, taskOf } from "@/lib/endpoints/model-view";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import { createComponentRequest, setCopiesRequest, updateComponentRequest } from "./requests";
import { scalingOf } from "./scaling-of";
import type { CreateComponentInput, DeleteComponentsInput, SetCopiesInput, UpdateComponentInput } from "./schema";
import type { ComponentDetail, ComponentView } from "./view";

const WIDTH = 5;

/** The components on an endpoint with their models, oldest first; one that goes meanwhile is left out. */
export async function readComponents(workspace: Workspace, endpoint: string): Promise<ComponentDetail[]> {
  const names = await listComponentNames(workspace, endpoint);
  const components = await inPool(names, WIDTH, async (name) => {
    const component = await orNull(describeComponent(workspace, name));
    return component && withModel(workspace, component);
  });
  return components.filter((component) => component !== null);
}

async function withModel(workspace: Workspace, component: ComponentView): Promise<ComponentDetail> {
  const { modelName, container: own } = component.specification;
  const model = modelName ? await orNull(describeModel(workspace, modelName)) : null;
  const container = own ?? model?.containers[0] ?? null;
  return {
    ...component,
    isModelMissing: modelName !== null && model === null,
    image: container?.image ?? null,
    source: container && modelSourceOf(container),
    task: container && taskOf(container),
    container,
  };
}

/** Makes a component; SageMaker goes on with it after the answer. */
export async function makeComponent(workspace: Workspace, input: CreateComponentInput): Promise<void> {
  await createInferenceComponent(workspace, createComponentRequest(input));
}

/** Moves a component to another specification. Hidden variables that stay are read again here: no browser has them. */
export async function changeSpecification(workspace: Workspace, input: UpdateComponentInput): Promise<void> {
  const hidden =
    input.source === "container" && input.keptSecrets.length > 0
      ? await componentEnvironment(workspace, input.name)
      : {};
  const kept = Object.entries(hidden).filter(([name]) => input.keptSecrets.includes(name));
  await updateInferenceComponent(workspace, updateComponentRequest(input, Object.fromEntries(kept)));
}

export async function setCopies(workspace: Workspace, input: SetCopiesInput): Promise<void> {
  await setCopyCount(workspace, setCopiesRequest(input));
}

/** Starts the removal of components, and of what scales them; one that is gone already is what was asked for. */
export async function removeComponents(workspace: Workspace, { names }: DeleteComponentsInput): Promise<void> {
  for (const name of names) {
    const scaling = await scalingOf(workspace, name);
    await orNull(deleteComponent(workspace, name));
    await scaling.stop();
  }
}
