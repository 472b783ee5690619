/** What each field is called, in the form's order. */
export const COMPONENT_LABELS = {
  name: "Component name",
  copies: "Copies",
  modelName: "Model",
  image: "Image URI",
  artifactUrl: "Model archive",
  environment: "Environment variable",
  cpuCores: "vCPU of a copy",
  minMemoryMb: "Memory of a copy",
  accelerators: "Accelerators of a copy",
  maxMemoryMb: "Most memory",
  downloadTimeoutSeconds: "Download time-out",
  startupTimeoutSeconds: "Start-up time-out",
};
