import type { EmulatorContext } from "../../../context.ts";
import type { Call, Operations } from "../../../protocol/aws-request.ts";
import { validation } from "../../../protocol/fault.ts";
import { sagemakerArn } from "../arn.ts";
import type { Deployment } from "../endpoint.ts";
import { alreadyExists } from "../faults.ts";
import { isWithin, type ListInput, listPage } from "../listing.ts";
import { addTags, checkTags, type Tag } from "../tag-store.ts";
import type { Variant } from "../variant.ts";
import { type ComponentSpecification, componentStatus, type InferenceComponent } from "./component.ts";
import { checkChangeable } from "./component-in-progress.ts";
import type { ComponentParts } from "./component-parts.ts";
import { describeComponent, summarizeComponent } from "./component-view.ts";
import { placeComponent } from "./place-component.ts";
import { readComponent } from "./read-component.ts";

type CreateComponent = {
  InferenceComponentName: string;
  EndpointName: string;
  VariantName?: string;
  Specification?: ComponentSpecification;
  Specifications?: ComponentSpecification[];
  RuntimeConfig?: { CopyCount: number };
  Tags?: Tag[];
};
type ComponentName = { InferenceComponentName: string };
type ListComponents = ListInput & {
  StatusEquals?: string;
  EndpointNameEquals?: string;
  VariantNameEquals?: string;
  LastModifiedTimeBefore?: number;
  LastModifiedTimeAfter?: number;
};

/** CreateInferenceComponent, DescribeInferenceComponent, ListInferenceComponents and DeleteInferenceComponent. */
export function componentOperations(context: EmulatorContext, parts: ComponentParts): Operations {
  const { records, clock, behaviour } = context;
  const { components, endpoints, lifecycle } = parts;

  function createComponent(input: CreateComponent, { region }: Call) {
    const { InferenceComponentName: name, VariantName, RuntimeConfig, Tags = [] } = input;
    if (components.find(region, name)) throw alreadyExists(region, "inference-component", name);
    const endpoint = endpoints.existing(region, input.EndpointName);
    const { deployment, variant } = hostOf(endpoint, VariantName);
    const specification = onlySpecification(input);
    const copies = RuntimeConfig?.CopyCount ?? 0;
    // AWS's words: a component comes to zero copies by scaling only.
    if (copies < 1) throw validation("Inference components copy count must be an integer larger than 0.");
    const container = readComponent(context, region, specification, variant.instanceType);
    checkTags(Tags);
    const { placement, failure } = placeComponent(context, region, parts, {
      endpointName: endpoint.name,
      variant,
      deployment,
      name,
      before: {},
      specification,
      copies,
    });
    const now = clock.now();
    const wanted = { specification, container, copies, placement };
    const component: InferenceComponent = {
      name,
      arn: sagemakerArn(region, "inference-component", name),
      createdAt: now,
      modifiedAt: now,
      endpointName: endpoint.name,
      variantName: variant.name,
      current: null,
      wanted,
      change: null,
      failureReason: null,
      deploymentConfig: null,
      deleteAt: null,
    };
    records.transaction(() => {
      addTags(records, region, component.arn, Tags);
      lifecycle.begin(region, component, wanted, failure);
    });
    return { InferenceComponentArn: component.arn };
  }

  function listComponents(input: ListComponents, { region }: Call) {
    const { StatusEquals, EndpointNameEquals, VariantNameEquals } = input;
    const wanted = components
      .list(region)
      .filter((component) => StatusEquals === undefined || componentStatus(component) === StatusEquals)
      .filter(({ endpointName }) => EndpointNameEquals === undefined || endpointName === EndpointNameEquals)
      .filter(({ variantName }) => VariantNameEquals === undefined || variantName === VariantNameEquals)
      .filter(({ modifiedAt }) => isWithin(modifiedAt, input.LastModifiedTimeAfter, input.LastModifiedTimeBefore));
    const { items, nextToken } = listPage(records, `inference-components ${region}`, wanted, input, {
      Name: (component) => component.name,
      Status: componentStatus,
    });
    return {
      InferenceComponents: items.map((component) => summarizeComponent(region, component)),
      NextToken: nextToken,
    };
  }

  function deleteComponent({ InferenceComponentName }: ComponentName, { region }: Call): void {
    const component = components.existing(region, InferenceComponentName);
    checkChangeable(component);
    const now = clock.now();
    components.save(region, { ...component, modifiedAt: now, deleteAt: now + behaviour.deleteDelayMs });
  }

  return {
    CreateInferenceComponent: createComponent,
    DescribeInferenceComponent: ({ InferenceComponentName }: ComponentName, { region }: Call) =>
      describeComponent(region, components.existing(region, InferenceComponentName)),
    ListInferenceComponents: listComponents,
    DeleteInferenceComponent: deleteComponent,
  };
}

/** Instance pools are not there, and so are no specifications for each of their types. */
export function onlySpecification({
  Specification,
  Specifications,
}: Pick<CreateComponent, "Specification" | "Specifications">): ComponentSpecification {
  if (Specifications) {
    throw validation("The emulator has no instance pools: give Specification instead of Specifications.");
  }
  if (!Specification) throw validation("Specification must be specified for an inference component.");
  return Specification;
}

type Host = { arn: string; configName: string; current: Deployment | null; deleteAt: number | null };

/** What a new component is put on. The rules are AWS's, the wordings the emulator's. */
function hostOf(
  { arn, configName, current, deleteAt }: Host,
  variantName: string | undefined,
): { deployment: Deployment; variant: Variant } {
  if (!current || deleteAt !== null) {
    throw validation(`Cannot create an inference component on endpoint "${arn}": it is not in service.`);
  }
  if (!current.variants.some(({ hosting }) => hosting)) {
    throw validation(
      `Cannot create an inference component on endpoint "${arn}": its variants run models. Inference components need an endpoint whose configuration has variants without ModelName.`,
    );
  }
  if (!variantName) throw validation("VariantName must be specified for an inference component.");
  const variant = current.variants.find(({ name }) => name === variantName);
  if (variant) return { deployment: current, variant };
  throw validation(
    `The variant name(s) "${variantName}" is/are not present within endpoint configuration "${configName}".`,
  );
}
