/** UpdateEndpointWeightsAndCapacities as it is sent. */
export type CapacityRequest = {
  EndpointName: string;
  DesiredWeightsAndCapacities: { VariantName: string; DesiredWeight?: number; DesiredInstanceCount?: number }[];
};
