/** What each field is called, in the form's order. */
export const HOSTING_LABELS = {
  endpointName: "Name",
  instanceType: "Instance type",
  instanceCount: "Number of instances",
  minInstances: "Least instances",
  maxInstances: "Most instances",
  routing: "Routing",
  executionRoleArn: "Execution role",
  variantName: "Variant name",
  tags: "Tag",
};
