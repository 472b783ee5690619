import type { EmulatorContext } from "../../../context.ts";
import { validation } from "../../../protocol/fault.ts";
import { checkContainer, modelDataUrl } from "../container-definition.ts";
import { containersOf, type Model } from "../models.ts";
import { existingResource } from "../resources.ts";
import type { ComponentContainer, ComponentSpecification } from "./component.ts";

/** Checks a specification beside its shape, and reads its model into what a copy is started with, on instances of a type. Throws ValidationException. */
export function readComponent(
  context: EmulatorContext,
  region: string,
  specification: ComponentSpecification,
  instanceType: string | null,
): ComponentContainer {
  checkSpecification(specification);
  const { ModelName, Container } = specification;
  const resolvedAt = context.clock.now();
  if (ModelName) {
    const model = existingResource<Model>(context.records, region, "model", ModelName);
    const [container] = containersOf(model.definition);
    return {
      image: container?.Image ?? "",
      modelDataUrl: container ? modelDataUrl(container) : null,
      environment: container?.Environment ?? {},
      instanceType,
      resolvedAt,
    };
  }
  const { Image, ArtifactUrl, Environment = {} } = Container ?? {};
  checkContainer(context, { Image, ModelDataUrl: ArtifactUrl });
  return { image: Image ?? "", modelDataUrl: ArtifactUrl ?? null, environment: Environment, instanceType, resolvedAt };
}

/** The rules are AWS's documentation's, the wordings the emulator's. */
function checkSpecification(specification: ComponentSpecification): void {
  const { ModelName, Container, ComputeResourceRequirements: needs, BaseInferenceComponentName } = specification;
  if (BaseInferenceComponentName) {
    throw validation("The emulator runs no adapters: BaseInferenceComponentName is not supported.");
  }
  if ((ModelName === undefined) === (Container === undefined)) {
    throw validation("Exactly one of ModelName and Container must be specified for an inference component.");
  }
  if (!needs) throw validation("ComputeResourceRequirements must be specified for an inference component.");
  const { MinMemoryRequiredInMb: min, MaxMemoryRequiredInMb: max } = needs;
  if (max !== undefined && max < min) {
    throw validation("MaxMemoryRequiredInMb must be greater than or equal to MinMemoryRequiredInMb.");
  }
}
