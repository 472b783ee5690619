import type { EmulatorContext } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import { changeComponent } from "../sagemaker/inference-components/change-component.ts";
import { createComponentParts } from "../sagemaker/inference-components/component-parts.ts";
import type { ScalableTarget } from "./scalable-target.ts";
import type { TargetCapacity } from "./target-capacity.ts";

/** Copies of inference components, changed as UpdateInferenceComponentRuntimeConfig does. */
export function componentCapacity(context: EmulatorContext): TargetCapacity {
  const parts = createComponentParts(context);

  function find(region: string, { resourceId }: ScalableTarget) {
    const component = parts.components.find(region, resourceId.slice("inference-component/".length));
    return component?.current && component.deleteAt === null ? { component, current: component.current } : null;
  }

  return {
    read(region, target) {
      const found = find(region, target);
      return found && { capacity: found.current.copies, isChanging: found.component.change !== null };
    },
    change(region, target, copies) {
      const found = find(region, target);
      if (!found) return "The inference component does not exist.";
      try {
        return changeComponent(context, region, parts, found.component, { ...found.current, copies });
      } catch (cause) {
        if (cause instanceof Fault) return cause.message;
        throw cause;
      }
    },
  };
}
