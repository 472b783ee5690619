import type { EmulatorContext } from "../../../context.ts";
import type { Call, Operations } from "../../../protocol/aws-request.ts";
import { validation } from "../../../protocol/fault.ts";
import { changeComponent } from "./change-component.ts";
import type { ComponentSpecification, ComponentState, InferenceComponent } from "./component.ts";
import { checkChangeable } from "./component-in-progress.ts";
import type { ComponentParts } from "./component-parts.ts";
import { onlySpecification } from "./components.ts";
import { readComponent } from "./read-component.ts";

type RuntimeConfig = { CopyCount: number };
type UpdateComponent = {
  InferenceComponentName: string;
  Specification?: ComponentSpecification;
  Specifications?: ComponentSpecification[];
  RuntimeConfig?: RuntimeConfig;
  DeploymentConfig?: object;
};
type UpdateRuntimeConfig = { InferenceComponentName: string; DesiredRuntimeConfig: RuntimeConfig };

/** UpdateInferenceComponent and UpdateInferenceComponentRuntimeConfig. */
export function componentUpdateOperations(context: EmulatorContext, parts: ComponentParts): Operations {
  function changeable(region: string, name: string): { component: InferenceComponent; before: ComponentState } {
    const component = parts.components.existing(region, name);
    checkChangeable(component);
    return { component, before: component.current ?? component.wanted };
  }

  function updateComponent(input: UpdateComponent, { region }: Call) {
    const { component, before } = changeable(region, input.InferenceComponentName);
    const { Specification, Specifications, RuntimeConfig, DeploymentConfig = null } = input;
    const isSpecified = Specification !== undefined || Specifications !== undefined;
    if (!isSpecified && !RuntimeConfig) {
      throw validation("At least one of Specification and RuntimeConfig must be specified.");
    }
    const specification = isSpecified
      ? withSpecification(before.specification, onlySpecification(input))
      : before.specification;
    const container = isSpecified
      ? readComponent(context, region, specification, before.container.instanceType)
      : before.container;
    const copies = RuntimeConfig?.CopyCount ?? before.copies;
    changeComponent(
      context,
      region,
      parts,
      { ...component, deploymentConfig: DeploymentConfig },
      { specification, container, copies },
    );
    return { InferenceComponentArn: component.arn };
  }

  function updateRuntimeConfig(input: UpdateRuntimeConfig, { region }: Call) {
    const { component, before } = changeable(region, input.InferenceComponentName);
    changeComponent(context, region, parts, component, { ...before, copies: input.DesiredRuntimeConfig.CopyCount });
    return { InferenceComponentArn: component.arn };
  }

  return { UpdateInferenceComponent: updateComponent, UpdateInferenceComponentRuntimeConfig: updateRuntimeConfig };
}

/** What an update does not give stays as it was; a model takes the place of a container and the other way round. */
function withSpecification(before: ComponentSpecification, given: ComponentSpecification): ComponentSpecification {
  const { ModelName, Container, ...others } = before;
  const isGiven = given.ModelName !== undefined || given.Container !== undefined;
  return { ...others, ...(isGiven ? {} : { ModelName, Container }), ...given };
}
