import { validation } from "../../protocol/fault.ts";
import type { EndpointConfigDefinition } from "./endpoint-config.ts";
import type { VariantDefinition } from "./variant.ts";

/** What CreateEndpointConfig asks of variants that host inference components. Rules are AWS's, wordings the emulator's. */
export function checkHostingVariants(definition: EndpointConfigDefinition): void {
  const { ProductionVariants: production, ShadowProductionVariants: shadow = [] } = definition;
  const hosts = production.filter(({ ModelName }) => !ModelName);
  if (hosts.length === 0 && shadow.every(({ ModelName }) => ModelName)) return;
  if (hosts.length < production.length) {
    throw validation(
      "Variants with ModelName and variants for inference components, which have none, cannot be mixed.",
    );
  }
  if (shadow.length > 0)
    throw validation("ShadowProductionVariants are not supported for inference component endpoints.");
  if (definition.AsyncInferenceConfig) {
    throw validation("AsyncInferenceConfig is not supported for inference component endpoints.");
  }
  if (!definition.ExecutionRoleArn) {
    throw validation(
      "ExecutionRoleArn must be specified in the endpoint configuration of inference component endpoints.",
    );
  }
  for (const variant of hosts) checkHost(variant);
}

function checkHost({
  VariantName,
  ServerlessConfig,
  ManagedInstanceScaling,
  InitialInstanceCount = 0,
}: VariantDefinition) {
  if (ServerlessConfig) {
    throw validation(`The serverless variant "${VariantName}" needs a ModelName: it cannot host inference components.`);
  }
  if (ManagedInstanceScaling?.Status !== "ENABLED") return;
  const { MinInstanceCount: min = 1, MaxInstanceCount: max = 1 } = ManagedInstanceScaling;
  if (min > max) {
    throw validation(
      `MinInstanceCount of the variant "${VariantName}" must be less than or equal to MaxInstanceCount.`,
    );
  }
  if (InitialInstanceCount < min || InitialInstanceCount > max) {
    throw validation(
      `InitialInstanceCount of the variant "${VariantName}" must be between MinInstanceCount (${min}) and MaxInstanceCount (${max}).`,
    );
  }
}
