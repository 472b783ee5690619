import { ACCOUNT_ID } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import type { ServingEndpoint, ServingVariant } from "./serving-endpoint.ts";

/** The variant that the caller named, else one by weight; `roll` is in [0, 1). */
export function chooseVariant(
  endpoint: ServingEndpoint,
  targetVariant: string | null,
  roll: number = Math.random(),
): ServingVariant {
  const chosen = targetVariant
    ? endpoint.variants.find((variant) => variant.name === targetVariant)
    : byWeight(endpoint.variants, roll);
  if (chosen) return chosen;
  const what = targetVariant ? `Variant ${targetVariant}` : "A variant with traffic";
  throw new Fault("ValidationError", `${what} of endpoint ${endpoint.name} of account ${ACCOUNT_ID} not found.`);
}

function byWeight(variants: ServingVariant[], roll: number): ServingVariant | undefined {
  const total = variants.reduce((sum, variant) => sum + variant.weight, 0);
  let left = roll * total;
  return variants.find((variant) => {
    left -= variant.weight;
    return left < 0;
  });
}
