import { nameFromBase } from "../names";
import type { CreateEndpointRequest, HostingConfigRequest, Tag } from "../view";
import type { HostingInput } from "./schema";

export type HostingRequests = { endpointConfig: HostingConfigRequest; endpoint: CreateEndpointRequest };

/** The two calls that make an endpoint for inference components (SageMaker's guide, "Deploy models for real-time inference"). */
export function hostingRequests(input: HostingInput): HostingRequests {
  const tags = input.tags.map(({ key, value }): Tag => ({ Key: key, Value: value }));
  const config = nameFromBase(input.endpointName, new Date(input.stampedAt));
  return {
    endpointConfig: {
      EndpointConfigName: config,
      ExecutionRoleArn: input.executionRoleArn,
      ProductionVariants: [
        {
          VariantName: input.variantName,
          InstanceType: input.instanceType,
          InitialInstanceCount: input.instanceCount,
          ...(input.isManaged && {
            ManagedInstanceScaling: {
              Status: "ENABLED",
              MinInstanceCount: input.minInstances,
              MaxInstanceCount: input.maxInstances,
            },
          }),
          RoutingConfig: { RoutingStrategy: input.routing },
        },
      ],
      ...(tags.length > 0 && { Tags: tags }),
    },
    endpoint: { EndpointName: input.endpointName, EndpointConfigName: config, Tags: tags },
  };
}
