import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { deleteComponent, describeComponent } from "@/lib/aws/sagemaker/inference-components";
import { orNull } from "@/lib/endpoints/service";
import { AppError } from "@/lib/errors";
import { type ComponentView, componentRefusal } from "@/lib/inference-components/view";
import type { StepOutcome } from "@/lib/operations/kind";
import type { Workspace } from "@/lib/workspaces/view";

/** Which of the components to work on: another of that name may stand elsewhere, or have been made since. */
type IsWanted = (component: ComponentView) => boolean;

/** Those of the named components that stand. */
export async function findComponents(
  workspace: Workspace,
  names: readonly string[],
  isWanted: IsWanted,
): Promise<ComponentView[]> {
  forgetReads(workspace.id);
  const found: ComponentView[] = [];
  for (const name of names) {
    const component = await orNull(describeComponent(workspace, name));
    if (component && isWanted(component)) found.push(component);
  }
  return found;
}

/** Begins to delete components, adapters before what they are loaded into; one that changes is waited for. */
export async function deleteComponents(
  workspace: Workspace,
  names: readonly string[],
  isWanted: IsWanted,
): Promise<StepOutcome> {
  for (const component of (await findComponents(workspace, names, isWanted)).reverse()) {
    if (component.status === "Deleting") continue;
    if (componentRefusal(component)) return { waiting: `${component.name} is ${component.status}` };
    await orNull(deleteComponent(workspace, component.name));
  }
  return "done";
}

/** Done when none of them stands any more: SageMaker deletes no endpoint under its components. */
export async function componentsAreGone(
  workspace: Workspace,
  names: readonly string[],
  isWanted: IsWanted,
): Promise<StepOutcome> {
  const left = await findComponents(workspace, names, isWanted);
  const stuck = left.find(({ status }) => status === "Failed");
  if (stuck) throw new AppError("conflict", stuck.failureReason ?? `SageMaker could not delete ${stuck.name}.`);
  return left.length > 0 ? { waiting: `${left.length} of ${names.length} still there` } : "done";
}
