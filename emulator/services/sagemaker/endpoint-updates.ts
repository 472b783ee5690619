import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import { checkDeploymentConfig } from "./check-deployment-config.ts";
import { checkEndpointQuota } from "./check-endpoint-quota.ts";
import { readDeployment } from "./deployment.ts";
import { type Desired, withDesired } from "./desired-capacity.ts";
import type { Deployment, Endpoint } from "./endpoint.ts";
import type { EndpointLifecycle } from "./endpoint-lifecycle.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import { inProgress } from "./in-progress.ts";
import { checkHostedCapacities, checkHosts } from "./inference-components/check-hosts.ts";
import type { ComponentStore } from "./inference-components/component-store.ts";
import { existingResource } from "./resources.ts";
import { type DeploymentConfig, planRollout } from "./rollout.ts";
import type { Variant } from "./variant.ts";

type UpdateEndpoint = {
  EndpointName: string;
  EndpointConfigName: string;
  RetainAllVariantProperties?: boolean;
  ExcludeRetainedVariantProperties?: { VariantPropertyType: string }[];
  DeploymentConfig?: DeploymentConfig;
  RetainDeploymentConfig?: boolean;
};
type UpdateCapacities = { EndpointName: string; DesiredWeightsAndCapacities: Desired[] };

/** UpdateEndpoint and UpdateEndpointWeightsAndCapacities. */
export function endpointUpdateOperations(
  { records, clock, quotas }: EmulatorContext,
  store: EndpointStore,
  lifecycle: EndpointLifecycle,
  components: ComponentStore,
): Operations {
  function changeable(region: string, name: string): { endpoint: Endpoint; current: Deployment } {
    const endpoint = store.existing(region, name);
    if (endpoint.change || endpoint.deleteAt !== null) throw inProgress(endpoint);
    if (!endpoint.current) {
      throw validation(`Cannot update endpoint "${endpoint.arn}" in the status Failed; it can only be deleted.`);
    }
    return { endpoint, current: endpoint.current };
  }

  function updateEndpoint(input: UpdateEndpoint, { region }: Call) {
    const { endpoint, current } = changeable(region, input.EndpointName);
    const read = readDeployment(records, clock, region, input.EndpointConfigName);
    // AWS needs the configuration in use as well: whoever deleted it early cannot update any more.
    existingResource(records, region, "endpoint-config", endpoint.configName);
    const next = input.RetainAllVariantProperties ? retainProperties(read, current, input) : read;
    checkHosts(endpoint, next, components.list(region));
    checkEndpointQuota(quotas, store.list(region), endpoint.name, next);
    const kept = input.RetainDeploymentConfig ? endpoint.deploymentConfig : null;
    const deploymentConfig = input.DeploymentConfig ?? (kept as DeploymentConfig | null);
    if (deploymentConfig) checkDeploymentConfig(records, region, deploymentConfig, { current, next });
    const rollout = planRollout(deploymentConfig, Math.max(...next.variants.map((each) => each.instanceCount)));
    lifecycle.begin(region, { ...endpoint, deploymentConfig, failureReason: null }, "update", next, rollout);
    return { EndpointArn: endpoint.arn };
  }

  function updateCapacities(
    { EndpointName, DesiredWeightsAndCapacities: desired }: UpdateCapacities,
    { region }: Call,
  ) {
    const { endpoint, current } = changeable(region, EndpointName);
    const variants = withDesired(endpoint.configName, current, desired);
    checkHostedCapacities(endpoint, current.variants, variants, components.list(region));
    checkEndpointQuota(quotas, store.list(region), endpoint.name, { ...current, variants });
    lifecycle.begin(region, { ...endpoint, failureReason: null }, "capacity", { ...current, variants });
    return { EndpointArn: endpoint.arn };
  }

  return { UpdateEndpoint: updateEndpoint, UpdateEndpointWeightsAndCapacities: updateCapacities };
}

function retainProperties(read: Deployment, current: Deployment, input: UpdateEndpoint): Deployment {
  const excluded = new Set(input.ExcludeRetainedVariantProperties?.map((each) => each.VariantPropertyType));
  const variants = read.variants.map((variant): Variant => {
    const before = current.variants.find(({ name }) => name === variant.name);
    if (!before) return variant;
    return {
      ...variant,
      instanceCount: excluded.has("DesiredInstanceCount") ? variant.instanceCount : before.instanceCount,
      weight: excluded.has("DesiredWeight") ? variant.weight : before.weight,
    };
  });
  return { ...read, variants, dataCapture: excluded.has("DataCaptureConfig") ? read.dataCapture : current.dataCapture };
}
