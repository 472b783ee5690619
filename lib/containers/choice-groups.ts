import { type Choices, type Dimension, NONE, ownValue } from "@/catalog/containers/dimensions";
import { FAMILY_LABELS, FRAMEWORK_LABELS } from "@/catalog/containers/labels";
import { type Option, options } from "@/catalog/containers/options";
import type { Container, ContainerDevice, ContainerFamily, ContainerUse } from "@/catalog/containers/schema";

export type ChoiceDimension = Exclude<Dimension, "region">;

/** What the surroundings have decided, so that the picker does not ask for it. */
export type FixedChoices = { region: string; use?: ContainerUse | undefined; device?: ContainerDevice | undefined };

export type ChoiceGroup = {
  dimension: ChoiceDimension;
  legend: string;
  value: string;
  options: Option[];
  /** No image in reach has such a part: the group is folded away behind this sentence. */
  notApplicable: string | null;
};

/**
 * The groups of a picker for one chosen image. Each is judged against the groups above it, the region and what is
 * fixed, so that a choice above can always be changed and what stands below follows.
 */
export function choiceGroups(container: Container, fixed: FixedChoices): ChoiceGroup[] {
  const above: Choices = { region: fixed.region, use: fixed.use, device: fixed.device };
  const groups: ChoiceGroup[] = [];
  for (const dimension of orderFor(container)) {
    const value = ownValue(container, dimension);
    if (above[dimension] === undefined) {
      const group = toGroup(container, dimension, value, options(above, dimension));
      if (isWorthAsking(group)) groups.push(group);
    }
    above[dimension] = value;
  }
  return groups;
}

/** People ask for a server by its own version; for everything else the transformers version comes first. */
function orderFor(container: Container): readonly ChoiceDimension[] {
  return SERVERS.has(container.family)
    ? [...FIRST, "engineVersion", "frameworkVersion", "transformersVersion", "pythonVersion", "build"]
    : [...FIRST, "transformersVersion", "frameworkVersion", "engineVersion", "pythonVersion", "build"];
}

const FIRST: readonly ChoiceDimension[] = ["use", "family", "framework", "device"];
const SERVERS: ReadonlySet<ContainerFamily> = new Set([
  "tgi",
  "tei",
  "vllm",
  "sglang",
  "vllm-omni",
  "llamacpp",
  "tgi-neuronx",
  "vllm-neuronx",
]);

function toGroup(container: Container, dimension: ChoiceDimension, value: string, all: Option[]): ChoiceGroup {
  const shown = all.filter((option) => option.value !== NONE || !option.disabled);
  const possible = shown.filter((option) => !option.disabled);
  const isAbsent = possible.length > 0 && possible.every((option) => option.value === NONE);
  return {
    dimension,
    legend: legendOf(container, dimension),
    value,
    options: shown,
    notApplicable: isAbsent ? `${FAMILY_LABELS[container.family].label} images do not name one` : null,
  };
}

/** Builds and server versions are asked for only where there is a choice. */
function isWorthAsking(group: ChoiceGroup): boolean {
  if (group.dimension === "build") return group.options.length > 1;
  if (group.dimension === "engineVersion") return group.notApplicable === null;
  return true;
}

function legendOf(container: Container, dimension: ChoiceDimension): string {
  switch (dimension) {
    case "use":
      return "Use";
    case "family":
      return "Family";
    case "framework":
      return "Framework";
    case "device":
      return "Device";
    case "transformersVersion":
      return "Transformers version";
    case "frameworkVersion":
      return `${FRAMEWORK_LABELS[container.framework]} version`;
    case "engineVersion":
      return `${FAMILY_LABELS[container.family].engine ?? "Server"} version`;
    case "pythonVersion":
      return "Python version";
    case "build":
      return "Build";
  }
}
