import "server-only";
import { secretValues } from "@/lib/deploy/secrets";
import type { OperationKind } from "@/lib/operations/kind";
import type { AwsCall } from "@/lib/specification/view";

import { COMPONENT_STEPS, clearedComponents, componentRemoval, componentSteps } from "./restore-components";
import { existingParts } from "./restore-existing";
import { isFirstWait, LATER_STEPS, lastSteps, MAKE, trafficSteps } from "./restore-making";
import type { RestorePlan } from "./restore-plan";
import { CLEAR_FAILED, REMOVAL_STEPS, REMOVE } from "./restore-removal";

/** Making a parked endpoint again as it was, under its name. Every step finds what an earlier run of it made. */
export const restoreKind: OperationKind<RestorePlan> = {
  steps: [...MAKE, ...LATER_STEPS, ...COMPONENT_STEPS, ...REMOVAL_STEPS],
  make: MAKE,
  more: (plan) => ({
    first: [],
    last: [...trafficSteps(plan), ...componentSteps(plan), ...lastSteps(plan)],
    removedFirst: componentRemoval(plan),
    removedLast: [],
  }),
  retry: (failed) => [...(isFirstWait(failed) ? CLEAR_FAILED : clearedComponents(failed)), ...MAKE],
  remove: REMOVE,
  existing: existingParts,
  secrets: ({ calls }) => calls.flatMap(environmentSecrets),
};

type Contained = { Environment?: Record<string, string> } | undefined;

function environmentSecrets({ input }: AwsCall): string[] {
  const specifications = [input.Specification, ...((input.Specifications as unknown[] | undefined) ?? [])];
  const containers = [
    input.PrimaryContainer,
    ...((input.Containers as unknown[] | undefined) ?? []),
    ...specifications.map((each) => (each as { Container?: unknown } | undefined)?.Container),
  ];
  return containers.flatMap((each) => secretValues((each as Contained)?.Environment ?? {}));
}
