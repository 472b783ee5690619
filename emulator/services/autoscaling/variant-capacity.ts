import type { EmulatorContext } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import { checkEndpointQuota } from "../sagemaker/check-endpoint-quota.ts";
import type { Deployment } from "../sagemaker/endpoint.ts";
import { createEndpointLifecycle } from "../sagemaker/endpoint-lifecycle.ts";
import { createEndpointStore } from "../sagemaker/endpoint-store.ts";
import type { Variant } from "../sagemaker/variant.ts";
import type { ScalableTarget } from "./scalable-target.ts";
import type { TargetCapacity } from "./target-capacity.ts";

/** Variants of the emulator's endpoints, changed as UpdateEndpointWeightsAndCapacities does. */
export function variantCapacity(context: EmulatorContext): TargetCapacity {
  const store = createEndpointStore(context);
  const lifecycle = createEndpointLifecycle(context, store);

  function find(region: string, { resourceId }: ScalableTarget) {
    const [, endpointName = "", , variantName = ""] = resourceId.split("/");
    const endpoint = store.find(region, endpointName);
    const variant = endpoint?.current?.variants.find(({ name }) => name === variantName);
    return endpoint?.current && endpoint.deleteAt === null && variant ? { endpoint, variant } : null;
  }

  function quotaRefusal(region: string, endpointName: string, next: Deployment): string | null {
    try {
      checkEndpointQuota(context.quotas, store.list(region), endpointName, next);
      return null;
    } catch (cause) {
      if (cause instanceof Fault) return cause.message;
      throw cause;
    }
  }

  return {
    read(region, target) {
      const found = find(region, target);
      if (!found) return null;
      return { capacity: capacityOf(found.variant, target), isChanging: found.endpoint.change !== null };
    },
    change(region, target, capacity) {
      const found = find(region, target);
      const current = found?.endpoint.current;
      if (!found || !current) return "The variant does not exist.";
      const variants = current.variants.map((variant) =>
        variant.name === found.variant.name ? withCapacity(variant, target, capacity) : variant,
      );
      const refusal = quotaRefusal(region, found.endpoint.name, { ...current, variants });
      if (refusal !== null) return refusal;
      lifecycle.begin(region, { ...found.endpoint, failureReason: null }, "capacity", { ...current, variants });
      return null;
    },
  };
}

const isProvisioned = ({ dimension }: ScalableTarget) =>
  dimension === "sagemaker:variant:DesiredProvisionedConcurrency";

function capacityOf({ serverless, instanceCount }: Variant, target: ScalableTarget): number {
  return isProvisioned(target) ? (serverless?.ProvisionedConcurrency ?? 0) : instanceCount;
}

function withCapacity(variant: Variant, target: ScalableTarget, capacity: number): Variant {
  if (!isProvisioned(target)) return { ...variant, instanceCount: capacity };
  return { ...variant, serverless: variant.serverless && { ...variant.serverless, ProvisionedConcurrency: capacity } };
}
