import type { ComponentFormValues } from "./schema";
import type { ComponentDetail } from "./view";

/** An empty form: a quarter of what small models on the CPU are usually given a copy. */
export function newComponentForm(endpoint: string, variant: string): ComponentFormValues {
  return {
    endpoint,
    variant,
    name: "",
    copies: 1,
    source: "model",
    modelName: "",
    image: "",
    artifactUrl: "",
    environment: [],
    keptSecrets: [],
    cpuCores: 1,
    accelerators: "",
    minMemoryMb: 1024,
    maxMemoryMb: "",
    downloadTimeoutSeconds: "",
    startupTimeoutSeconds: "",
  };
}

/** The form of a component that is there, as it is; hidden variables are named, never filled in. */
export function componentForm(component: ComponentDetail): ComponentFormValues {
  const { specification: runs } = component;
  const environment = runs.container?.environment ?? [];
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...newComponentForm(component.endpoint, component.variant),
    name: component.name,
    // Not part of an update, but the form's rule asks for one at least.
    copies: Math.max(1, component.desiredCopies ?? 1),
    source: runs.modelName === null ? "container" : "model",
    modelName: runs.modelName ?? "",
    image: runs.container?.image ?? "",
    artifactUrl: runs.container?.modelDataUrl ?? "",
    environment: environment.filter(({ isSecret }) => !isSecret).map(({ name, value }) => ({ name, value })),
    keptSecrets: environment.filter(({ isSecret }) => isSecret).map(({ name }) => name),
    cpuCores: runs.cpuCores ?? 1,
    accelerators: text(runs.accelerators),
    minMemoryMb: runs.minMemoryMiB ?? 1024,
    maxMemoryMb: text(runs.maxMemoryMiB),
    downloadTimeoutSeconds: text(runs.downloadTimeoutSeconds),
    startupTimeoutSeconds: text(runs.startupTimeoutSeconds),
  };
}
