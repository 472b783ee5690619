import { validation } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { checkHostingVariants } from "./check-hosting-variants.ts";
import type { EndpointConfigDefinition } from "./endpoint-config.ts";
import { containersOf, type Model } from "./models.ts";
import { existingResource } from "./resources.ts";
import { checkServerless, checkServerlessImage } from "./serverless.ts";
import type { VariantDefinition } from "./variant.ts";

/** What CreateEndpointConfig checks of its variants beside their shape. */
export function checkVariants(records: RecordStore, region: string, definition: EndpointConfigDefinition): void {
  const { ProductionVariants: production, ShadowProductionVariants: shadow = [] } = definition;
  const all = [...production, ...shadow];
  const names = all.map((variant) => variant.VariantName);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw validation(`Variant names must be unique; "${repeated}" is given more than once.`);
  for (const variant of all) checkVariant(variant);
  checkHostingVariants(definition);
  if (shadow.length > 0 && (production.length !== 1 || shadow.length !== 1)) {
    throw validation("Shadow tests need exactly one production variant and one shadow variant.");
  }
  if (production.every((variant) => variant.InitialVariantWeight === 0)) {
    throw validation("The sum of InitialVariantWeight of all production variants must be greater than 0.");
  }
  const { AsyncInferenceConfig } = definition;
  if (AsyncInferenceConfig && all.some(({ ServerlessConfig }) => ServerlessConfig)) {
    throw validation("AsyncInferenceConfig is not supported for endpoints with a serverless variant.");
  }
  for (const { ModelName, ServerlessConfig } of all) {
    if (!ModelName) continue;
    const model = existingResource<Model>(records, region, "model", ModelName);
    if (ServerlessConfig) for (const { Image = "" } of containersOf(model.definition)) checkServerlessImage(Image);
  }
}

function checkVariant(variant: VariantDefinition): void {
  const { VariantName, ModelName, ServerlessConfig, InstanceType, InitialInstanceCount } = variant;
  if (ModelName && variant.ManagedInstanceScaling) {
    throw validation("ManagedInstanceScaling is only supported for inference component endpoints.");
  }
  if (ServerlessConfig) {
    if (InstanceType || InitialInstanceCount) {
      throw validation(`The serverless variant "${VariantName}" cannot have InstanceType or InitialInstanceCount.`);
    }
    checkServerless(VariantName, ServerlessConfig);
    return;
  }
  if (!InstanceType || InitialInstanceCount === undefined) {
    throw validation(`The variant "${VariantName}" needs InstanceType and InitialInstanceCount.`);
  }
}
