import "server-only";
import { describeComponent, listComponentNames } from "@/lib/aws/sagemaker/inference-components";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import type { Workspace } from "@/lib/workspaces/view";

import type { VariantState } from "./review-view";

const WIDTH = 5;

/** The components on an endpoint in the shape of variants: what is counted are copies. One that goes meanwhile is left out. */
export async function componentStates(workspace: Workspace, endpoint: string): Promise<VariantState[]> {
  const names = await listComponentNames(workspace, endpoint);
  const states = await inPool(names, WIDTH, async (name): Promise<VariantState | null> => {
    const component = await orNull(describeComponent(workspace, name));
    return (
      component && {
        name,
        instanceType: null,
        current: component.currentCopies,
        desired: component.desiredCopies,
        currentConcurrency: null,
        desiredConcurrency: null,
        maxConcurrency: null,
        capacityPerMinute: null,
      }
    );
  });
  return states.filter((state) => state !== null);
}
