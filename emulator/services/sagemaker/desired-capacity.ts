import { validation } from "../../protocol/fault.ts";
import type { Deployment } from "./endpoint.ts";
import { checkServerless } from "./serverless.ts";
import type { ServerlessConfig, Variant } from "./variant.ts";

/** DesiredWeightAndCapacity of the service model. */
export type Desired = {
  VariantName: string;
  DesiredWeight?: number;
  DesiredInstanceCount?: number;
  ServerlessUpdateConfig?: Partial<Pick<ServerlessConfig, "MaxConcurrency" | "ProvisionedConcurrency">>;
};

/** The variants as UpdateEndpointWeightsAndCapacities wants them; what is not named stays as it is. */
export function withDesired(configName: string, current: Deployment, desired: Desired[]): Variant[] {
  checkNames(configName, current.variants, desired);
  const variants = current.variants.map((variant) => {
    const wish = desired.find(({ VariantName }) => VariantName === variant.name);
    return wish ? changed(variant, wish) : variant;
  });
  checkSum(variants, current);
  return variants;
}

function checkNames(configName: string, variants: Variant[], desired: Desired[]): void {
  const names = variants.map(({ name }) => name);
  const unknown = desired.filter(({ VariantName }) => !names.includes(VariantName));
  if (unknown.length > 0) {
    const list = unknown.map(({ VariantName }) => `"${VariantName}"`).join(", ");
    throw validation(`The variant name(s) ${list} is/are not present within endpoint configuration "${configName}".`);
  }
  const repeated = desired.find((wish, index) => desired.findIndex((w) => w.VariantName === wish.VariantName) < index);
  if (repeated) throw validation(`Variant names must be unique; "${repeated.VariantName}" is given more than once.`);
}

function changed(variant: Variant, wish: Desired): Variant {
  const { DesiredInstanceCount, ServerlessUpdateConfig } = wish;
  if (variant.serverless && DesiredInstanceCount !== undefined) {
    throw validation(`The serverless variant "${variant.name}" cannot have DesiredInstanceCount.`);
  }
  if (!variant.serverless && ServerlessUpdateConfig) {
    throw validation(`The variant "${variant.name}" runs on instances and cannot have ServerlessUpdateConfig.`);
  }
  const serverless = variant.serverless && { ...variant.serverless, ...ServerlessUpdateConfig };
  if (serverless) checkServerless(variant.name, serverless);
  return {
    ...variant,
    weight: wish.DesiredWeight ?? variant.weight,
    instanceCount: DesiredInstanceCount ?? variant.instanceCount,
    serverless,
  };
}

function checkSum(variants: Variant[], { asyncInference }: Deployment): void {
  const empty = variants.find((variant) => variant.instanceCount < 1 && !variant.serverless);
  if (empty && !asyncInference) {
    throw validation(
      `The variant "${empty.name}" needs at least 1 instance: only asynchronous endpoints scale to zero.`,
    );
  }
  if (variants.every(({ weight }) => weight === 0)) {
    throw validation("The sum of the weights of all production variants must be greater than 0.");
  }
}
