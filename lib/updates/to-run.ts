import { looksSecret, MASK } from "@/lib/secrets/mask";

import type { RunVariant, RunView } from "./run-view";
import { SOURCE_VARIABLES } from "./run-view";
import type { UpdateFormValues } from "./schema";

type Wish = UpdateFormValues["variants"][number];

/** What a form asks for, in the shape of what runs, so that the two can be compared while somebody types. */
export function toRun(values: UpdateFormValues, running: RunView, configName = "the form"): RunView {
  return {
    configName,
    createdAt: null,
    variants: values.variants.map((wish) => toVariant(wish, running)),
    dataCapture: values.dataCaptureUri
      ? { uri: values.dataCaptureUri, percent: Number(values.dataCapturePercent || 100) }
      : null,
  };
}

/** True when a wish needs a model of its own: model, image or environment are not those of the variant it starts from. */
export function needsModel(wish: Wish, running: RunView): boolean {
  const base = running.variants.find(({ name }) => name === wish.basedOn);
  if (!base) return true;
  const after = toVariant(wish, running);
  const made = ({ source, revision, image, environment }: RunVariant) =>
    JSON.stringify([source, revision, image, environment.map(({ name, value }) => [name, value]).toSorted(byName)]);
  return made(base) !== made({ ...after, environment: withSourceOf(base, after.environment) });
}

function toVariant(wish: Wish, running: RunView): RunVariant {
  const base = running.variants.find(({ name }) => name === wish.basedOn);
  const isServerless = wish.instanceType === null;
  const typed = wish.environment.map(({ name, value }) => {
    const isSecret = looksSecret(name, value);
    return { name, value: isSecret ? `${MASK} (typed anew)` : value, isSecret };
  });
  const kept = wish.keptSecrets
    .filter((name) => !typed.some((row) => row.name === name))
    .map((name) => ({ name, value: MASK, isSecret: true }));
  return {
    name: wish.name,
    isShadow: wish.isShadow,
    modelName: base?.modelName ?? null,
    source: wish.source.trim(),
    revision: wish.revision.trim(),
    image: wish.image,
    environment: [...typed, ...kept].toSorted((a, b) => a.name.localeCompare(b.name)),
    instanceType: wish.instanceType,
    instanceCount: isServerless ? (base?.instanceCount ?? null) : Number(wish.instanceCount),
    weight: Number(wish.weight),
    serverless: isServerless
      ? { memoryMiB: Number(wish.serverlessMemoryMiB), maxConcurrency: Number(wish.serverlessMaxConcurrency) }
      : null,
  };
}

/** The form does not list what stands for the model: it is the same when source and revision are. */
function withSourceOf(base: RunVariant, environment: RunVariant["environment"]): RunVariant["environment"] {
  return [...environment, ...base.environment.filter(({ name }) => SOURCE_VARIABLES.some((each) => each === name))];
}

function byName([a = ""]: string[], [b = ""]: string[]): number {
  return a.localeCompare(b);
}
