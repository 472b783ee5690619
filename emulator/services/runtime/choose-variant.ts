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
    ? byWeight(named(endpoint.variants, targetVariant), roll)
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

/** During an update both fleets have a variant of that name. One without traffic can be asked too when it is named. */
function named(variants: ServingVariant[], name: string): ServingVariant[] {
  const found = variants.filter((variant) => variant.name === name);
  return found.some(({ weight }) => weight > 0) ? found : found.slice(0, 1).map((only) => ({ ...only, weight: 1 }));
}
