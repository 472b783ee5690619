import { DEVICE_LABELS, FAMILY_LABELS, FRAMEWORK_LABELS, USE_LABELS } from "./labels";
import { registriesOf } from "./registries";
import type { Container } from "./schema";

/** What one chooses by, in the order in which a choice narrows those after it. */
export const DIMENSIONS = [
  "use",
  "family",
  "framework",
  "device",
  "transformersVersion",
  "frameworkVersion",
  "engineVersion",
  "pythonVersion",
  "build",
  "region",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Any subset of choices; a value is what `ownValue` gives. */
export type Choices = Partial<Record<Dimension, string>>;

/** Stands for "the image has no such part". */
export const NONE = "none";

/** The value of an image in a dimension that has one value per image. */
export function ownValue(container: Container, dimension: Exclude<Dimension, "region">): string {
  if (dimension === "build") return container.tag;
  return container[dimension] ?? NONE;
}

/** True when the image is, or lies in, the value. */
export function hasValue(container: Container, dimension: Dimension, value: string): boolean {
  if (dimension === "region") return value in registriesOf(container);
  return ownValue(container, dimension) === value;
}

/** True when the image agrees with every choice. */
export function matches(container: Container, choices: Choices): boolean {
  return DIMENSIONS.every((dimension) => {
    const value = choices[dimension];
    return value === undefined || hasValue(container, dimension, value);
  });
}

/** All choices that an image stands for. */
export function choicesOf(container: Container, region?: string): Choices {
  const choices: Choices = {};
  for (const dimension of DIMENSIONS) {
    if (dimension !== "region") choices[dimension] = ownValue(container, dimension);
  }
  return region ? { ...choices, region } : choices;
}

/** The part of a tag that tells builds of the same versions apart: CUDA, Neuron SDK, operating system, revision. */
export function buildOf(container: Container): string {
  const afterPython = container.tag.split(/-py\d+-/)[1];
  return afterPython ?? container.tag.replace(/^.*?-(?:cpu|gpu)-/, "");
}

/** A value as the picker shows it. */
export function valueLabel(dimension: Dimension, value: string, sample: Container | undefined): string {
  if (value === NONE) return "None";
  switch (dimension) {
    case "use":
      return lookUp(USE_LABELS, value);
    case "family":
      return sample ? FAMILY_LABELS[sample.family].label : value;
    case "framework":
      return lookUp(FRAMEWORK_LABELS, value);
    case "device":
      return lookUp(DEVICE_LABELS, value);
    case "build":
      return sample ? buildOf(sample) : value;
    default:
      return value;
  }
}

function lookUp(labels: Record<string, string>, value: string): string {
  return labels[value] ?? value;
}
