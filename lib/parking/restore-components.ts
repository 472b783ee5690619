import "server-only";
import { isOurComponent } from "@/lib/deploy/prove-ours";
import { AppError } from "@/lib/errors";
import { type ComponentView, isComponentMoving } from "@/lib/inference-components/view";
import type { StepOutcome } from "@/lib/operations/kind";
import { componentsIn, makesAdapter } from "@/lib/specification/components-in";
import type { AwsCall } from "@/lib/specification/view";

import { componentsAreGone, deleteComponents, findComponents } from "./delete-components";
import { callsOf, nameOf, type RestoreContext, type RestoreStep } from "./restore-context";
import type { RestorePlan } from "./restore-plan";
import { sendCalls } from "./send-call";

const madeBy = (plan: RestorePlan) => callsOf(plan, "CreateInferenceComponent");
const copiesOf = (plan: RestorePlan) => callsOf(plan, "UpdateInferenceComponentRuntimeConfig");
const standing = (plan: RestorePlan) => madeBy(plan).filter((call) => !makesAdapter(call));
const adaptersOf = (plan: RestorePlan) => madeBy(plan).filter(makesAdapter);
const target = (plan: RestorePlan) => `inference components ${componentsIn(plan.calls).join(", ")}`;

function isOurs({ plan, startedAt }: RestoreContext): (component: ComponentView) => boolean {
  return (component) => isOurComponent(nameOf(plan), component, startedAt);
}

const components: RestoreStep = {
  id: "components",
  title: "Inference components",
  change: { permission: "endpoint:deploy", target },
  run: (context) => make(context, standing(context.plan)),
};

const componentsInService: RestoreStep = {
  id: "components-in-service",
  title: "Copies starting",
  change: null,
  run: (context) => inService(context, standing(context.plan)),
};

const adapters: RestoreStep = {
  id: "adapters",
  title: "Adapters",
  change: { permission: "endpoint:deploy", target },
  run: (context) => make(context, adaptersOf(context.plan)),
};

const adaptersInService: RestoreStep = {
  id: "adapters-in-service",
  title: "Adapters loading",
  change: null,
  run: (context) => inService(context, adaptersOf(context.plan)),
};

const copies: RestoreStep = {
  id: "copies",
  title: "Copies taken away",
  change: { permission: "endpoint:deploy", target },
  run: async ({ workspace, plan }) => {
    for (const call of copiesOf(plan)) {
      const { InferenceComponentName, DesiredRuntimeConfig } = call.input as CopiesInput;
      const [found] = await findComponents(workspace, [InferenceComponentName], () => true);
      if (found?.desiredCopies !== DesiredRuntimeConfig.CopyCount) await sendCalls(workspace, [call]);
    }
    return "done";
  },
};
type CopiesInput = { InferenceComponentName: string; DesiredRuntimeConfig: { CopyCount: number } };

const copiesSettled: RestoreStep = { ...componentsInService, id: "copies-settled", title: "Copies as they were" };

const removeComponents: RestoreStep = {
  id: "remove-components",
  title: "Delete the inference components",
  change: { permission: "endpoint:delete", target },
  run: (context) => deleteComponents(context.workspace, componentsIn(context.plan.calls), isOurs(context)),
};

const clearFailedComponents: RestoreStep = {
  ...removeComponents,
  id: "remove-failed-components",
  title: "Delete the failed inference components",
  run: (context) => {
    const isOfThis = isOurs(context);
    const names = componentsIn(context.plan.calls);
    return deleteComponents(context.workspace, names, (each) => each.status === "Failed" && isOfThis(each));
  },
};

const componentsGone: RestoreStep = {
  id: "components-gone",
  title: "Inference components gone",
  change: null,
  run: (context) => componentsAreGone(context.workspace, componentsIn(context.plan.calls), isOurs(context)),
};

const failedGone: RestoreStep = {
  ...componentsGone,
  id: "failed-components-gone",
  run: (context) => {
    const isGoing = (component: ComponentView) => component.status === "Deleting" && isOurs(context)(component);
    return componentsAreGone(context.workspace, componentsIn(context.plan.calls), isGoing);
  },
};

/** Every step there is for components. */
export const COMPONENT_STEPS = [
  components,
  componentsInService,
  adapters,
  adaptersInService,
  copies,
  copiesSettled,
  clearFailedComponents,
  failedGone,
  removeComponents,
  componentsGone,
];

/** Steps that make a plan's components again once their endpoint is in service. */
export function componentSteps(plan: RestorePlan): RestoreStep[] {
  if (madeBy(plan).length === 0) return [];
  return [
    components,
    componentsInService,
    ...(adaptersOf(plan).length > 0 ? [adapters, adaptersInService] : []),
    ...(copiesOf(plan).length > 0 ? [copies, copiesSettled] : []),
  ];
}

/** Steps that take them back, which comes before all else that is taken back. */
export function componentRemoval(plan: RestorePlan): RestoreStep[] {
  return madeBy(plan).length > 0 ? [removeComponents, componentsGone] : [];
}

/** Steps before another try after that step failed: components that never ran are cleared away. */
export function clearedComponents(failedStep: string): RestoreStep[] {
  return [componentsInService.id, adaptersInService.id].includes(failedStep) ? [clearFailedComponents, failedGone] : [];
}

async function make(context: RestoreContext, calls: readonly AwsCall[]): Promise<StepOutcome> {
  const { workspace } = context;
  for (const call of calls) {
    const name = String(call.input.InferenceComponentName);
    const [found] = await findComponents(workspace, [name], () => true);
    if (!found) await sendCalls(workspace, [call]);
    else if (!isOurs(context)(found)) {
      throw new AppError("conflict", `There is an inference component ${name} already, and this did not make it.`, {
        hint: "Delete it, then retry.",
      });
    }
  }
  return "done";
}

async function inService(context: RestoreContext, calls: readonly AwsCall[]): Promise<StepOutcome> {
  const names = componentsIn(calls);
  const found = await findComponents(context.workspace, names, isOurs(context));
  const failed = found.find(({ status }) => status === "Failed");
  if (failed) {
    throw new AppError("invalid", failed.failureReason ?? `The inference component ${failed.name} failed.`, {
      hint: "Its container's log usually says why. Mend the cause, then retry, or remove what was made.",
    });
  }
  if (found.length < names.length) {
    throw new AppError("not-found", "An inference component was deleted while it was being made.", {
      hint: "Retry makes it again; otherwise remove what is left.",
    });
  }
  const settled = found.filter((component) => !isComponentMoving(component));
  return settled.length === found.length ? "done" : { waiting: `${settled.length} of ${found.length} in service` };
}
