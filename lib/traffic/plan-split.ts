import type { RunningVariant } from "@/lib/endpoints/view";

import type { CapacityRequest } from "./requests";
import type { VariantWish } from "./schema";
import { toPercents } from "./shares";

/** How the variants shall share the traffic once what is under way is done, in whole percent. */
export function desiredPercents(running: readonly RunningVariant[]): number[] {
  return toPercents(running.map(({ desiredWeight, currentWeight }) => desiredWeight ?? currentWeight ?? 1));
}

/** How they share it at this moment. */
export function currentPercents(running: readonly RunningVariant[]): number[] {
  return toPercents(running.map(({ desiredWeight, currentWeight }) => currentWeight ?? desiredWeight ?? 1));
}

/**
 * The requests that a wish stands for, in their order; none where it is what runs. By the service model one request
 * takes the weights of many variants, or the capacity of one, so each changed count is a request of its own. Weights
 * are whole percents: SageMaker keeps them as 32-bit floats, which would not give 0.3 back.
 */
export function planSplit(
  endpoint: string,
  running: readonly RunningVariant[],
  wish: readonly VariantWish[],
): CapacityRequest[] {
  const before = desiredPercents(running);
  const isMoved = running.some(({ name }, index) => percentOf(wish, name) !== before[index]);
  const weights = running.map(({ name }) => ({ VariantName: name, DesiredWeight: percentOf(wish, name) }));
  const counts = running.flatMap(({ name, desiredInstances, currentInstances }) => {
    const instances = wish.find((each) => each.name === name)?.instances ?? null;
    if (instances === null || instances === (desiredInstances ?? currentInstances)) return [];
    return [{ VariantName: name, DesiredInstanceCount: instances }];
  });
  return [...(isMoved ? [weights] : []), ...counts.map((count) => [count])].map((desired) => ({
    EndpointName: endpoint,
    DesiredWeightsAndCapacities: desired,
  }));
}

function percentOf(wish: readonly VariantWish[], name: string): number {
  return wish.find((each) => each.name === name)?.percent ?? 0;
}
