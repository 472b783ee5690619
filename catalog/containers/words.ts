import { type Dimension, NONE, valueLabel } from "./dimensions";
import { DEVICE_LABELS, FAMILY_LABELS, FRAMEWORK_LABELS } from "./labels";
import type { Container } from "./schema";

/** A value as the subject of a sentence: `Transformers 4.12.3`, `Python 3.8`, `Inference`. */
export function subject(dimension: Dimension, value: string, sample: Container | undefined): string {
  const label = valueLabel(dimension, value, sample);
  switch (dimension) {
    case "transformersVersion":
      return value === NONE ? "Leaving out the transformers version" : `Transformers ${label}`;
    case "frameworkVersion":
      return sample ? `${FRAMEWORK_LABELS[sample.framework]} ${label}` : `Version ${label}`;
    case "engineVersion":
      return value === NONE ? "Leaving out the server version" : `${engineName(sample)} ${label}`;
    case "pythonVersion":
      return value === NONE ? "Leaving out Python" : `Python ${label}`;
    case "build":
      return `Build ${label}`;
    default:
      return label;
  }
}

/** A value as the condition of a sentence: `for GPU`, `with Python 3.8`, `in eu-west-3`. */
export function condition(dimension: Dimension, value: string, sample: Container | undefined): string {
  const label = valueLabel(dimension, value, sample);
  if (value === NONE) return `without ${NAMELESS[dimension] ?? "it"}`;
  if (dimension === "use") return `for ${label.toLowerCase()}`;
  if (dimension === "family") return `in the ${label} family`;
  return `${preposition(dimension, sample)} ${label}`;
}

/** What stands before a value, or before a list of values: `for`, `with PyTorch`. */
export function preposition(dimension: Dimension, sample: Container | undefined): string {
  switch (dimension) {
    case "use":
    case "device":
      return "for";
    case "framework":
      return "with";
    case "transformersVersion":
      return "with transformers";
    case "frameworkVersion":
      return sample ? `with ${FRAMEWORK_LABELS[sample.framework]}` : "with version";
    case "engineVersion":
      return `with ${engineName(sample)}`;
    case "pythonVersion":
      return "with Python";
    case "build":
      return "of build";
    default:
      return "in";
  }
}

const NAMELESS: Partial<Record<Dimension, string>> = {
  transformersVersion: "a transformers version",
  engineVersion: "a server version",
  pythonVersion: "Python",
};

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
export function listOf(values: readonly string[], atMost = 4): string {
  const shown =
    values.length > atMost ? [...values.slice(0, atMost - 1), `${values.length - atMost + 1} more`] : values;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** The devices of some images, in words. */
export function deviceWords(images: readonly Container[]): string {
  return listOf([...new Set(images.map((image) => DEVICE_LABELS[image.device]))]);
}

function engineName(sample: Container | undefined): string {
  return (sample && FAMILY_LABELS[sample.family].engine) ?? "Server version";
}
