import type { RunVariant, RunView } from "./run-view";
import { SOURCE_VARIABLES } from "./run-view";
import type { UpdateFormValues, VariantWish } from "./schema";

/** The update form as it opens: everything stands at what runs, moved all at once unless it is said otherwise. */
export function formFromRun(endpointName: string, run: RunView): UpdateFormValues {
  return {
    requestId: "00000000-0000-4000-8000-000000000000",
    stampedAt: new Date(0).toISOString(),
    endpointName,
    baseConfig: run.configName,
    running: run.variants.map(({ name, isShadow, serverless, instanceType }) => ({
      name,
      isShadow,
      serverless: serverless && {},
      instanceType,
    })),
    variants: run.variants.map((variant) => wishFromRun(variant)),
    dataCaptureUri: run.dataCapture?.uri ?? "",
    dataCapturePercent: run.dataCapture ? String(run.dataCapture.percent) : "",
    retain: false,
    notRetained: [],
    strategy: "all-at-once",
    canaryPercent: 10,
    linearPercent: 25,
    batchPercent: 25,
    waitSeconds: 0,
    terminationSeconds: 0,
    timeoutSeconds: "",
    alarms: [],
    watchErrors: false,
    watchLatencyMs: "",
  };
}

/** A variant of the form that starts as one that runs; `name` for a further one of the same make. */
export function wishFromRun(variant: RunVariant, name = variant.name, isShadow = variant.isShadow): VariantWish {
  const isOwnRow = (entry: { name: string }) => !SOURCE_VARIABLES.some((source) => source === entry.name);
  return {
    name,
    isShadow,
    basedOn: variant.name,
    source: variant.source,
    revision: variant.revision,
    image: variant.image ?? "",
    environment: variant.environment
      .filter((entry) => !entry.isSecret && isOwnRow(entry))
      .map(({ name: variable, value }) => ({ name: variable, value })),
    keptSecrets: variant.environment.filter(({ isSecret }) => isSecret).map((entry) => entry.name),
    instanceType: variant.serverless ? null : (variant.instanceType ?? ""),
    instanceCount: variant.instanceCount || 1,
    weight: variant.weight ?? 1,
    serverlessMemoryMiB: variant.serverless?.memoryMiB ?? 2048,
    serverlessMaxConcurrency: variant.serverless?.maxConcurrency ?? 5,
  };
}
