import type { EndpointMode } from "@/lib/endpoints/config-view";

import { CONCURRENCY, COPIES } from "./dimensions";

/**
 * The least minimum that SageMaker works with, and why ("Autoscale an asynchronous endpoint" and "Scale an endpoint to
 * zero instances", SageMaker's guide). AWS registers a minimum of 0 for any variant; a real-time one then cannot follow.
 */
export function floorOf(mode: EndpointMode, dimension: string): { min: number; rule: string } {
  if (dimension === CONCURRENCY)
    return { min: 1, rule: "Provisioned concurrency is at least 1; remove it to pay for none." };
  if (dimension === COPIES) {
    return {
      min: 0,
      rule: "0 lets the component go away while nobody calls; its instances need managed scaling from 0.",
    };
  }
  return mode === "async"
    ? { min: 0, rule: "0 stops all instances while nothing waits; requests wait in the queue meanwhile." }
    : {
        min: 1,
        rule: "A real-time variant keeps at least 1: only asynchronous endpoints and inference components go to 0.",
      };
}
