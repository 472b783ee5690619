import { parseImageUri } from "@/catalog/containers/image-uri.ts";
import { isInAwsRegistry } from "@/catalog/containers/registry-accounts.ts";
import type { Variant } from "./variant.ts";

/**
 * FailureReason of an endpoint whose image cannot be pulled, in SageMaker's words; null for one that can. Images that no
 * registry of AWS holds are taken to be there.
 */
export function imageFailure({ name, image }: Pick<Variant, "name" | "image">, region: string): string | null {
  if (!isInAwsRegistry(image)) return null;
  const [, imageRegion] = /\.dkr\.ecr\.([a-z0-9-]+)\./.exec(image) ?? [];
  if (imageRegion !== region) {
    return `Please make sure all images included in the model for the production variant ${name} exist, and that the execution role used to create the model has permissions to access them.`;
  }
  return parseImageUri(image).ok ? null : `The image '${image}' does not exist.`;
}
