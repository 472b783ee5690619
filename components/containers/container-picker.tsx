"use client";

import { DIMENSIONS, ownValue, valueLabel } from "@/catalog/containers/dimensions";
import type { Container, ContainerDevice, ContainerUse } from "@/catalog/containers/schema";
import { containerById, defaultContainer } from "@/catalog/containers/select";
import { settle } from "@/catalog/containers/settle";
import { type ChoiceDimension, choiceGroups } from "@/lib/containers/choice-groups";

import { ChoiceGroupRow } from "./choice-group-row";

type ContainerPickerProps = {
  /** Where the image is to run; what the region does not hold is impossible. */
  region: string;
  /** Id of a catalogue entry, `repository:tag`; null: nothing chosen yet. */
  value: string | null;
  onChange: (containerId: string) => void;
  /** Only images for this; without it the picker asks. */
  use?: ContainerUse | undefined;
  /** Only images for the device that the chosen instance type has; without it the picker asks. */
  device?: ContainerDevice | null | undefined;
};

/** The compatibility matrix: every choice there is, impossible ones greyed with the reason, always one image chosen. */
export function ContainerPicker({ region, value, onChange, use, device }: ContainerPickerProps) {
  const chosen = (value ? containerById(value) : null) ?? defaultContainer(use, device);
  const groups = choiceGroups(chosen, { region, use, device: device ?? undefined });

  function nearest(dimension: ChoiceDimension, wanted: string): Container | null {
    return settle(chosen, dimension, wanted, region);
  }

  return (
    <div className="min-w-0">
      {groups.map((group) => (
        <ChoiceGroupRow
          key={group.dimension}
          group={group}
          onChoose={(wanted) => {
            const next = nearest(group.dimension, wanted);
            if (next) onChange(next.id);
          }}
          wouldChange={(wanted) => {
            const next = nearest(group.dimension, wanted);
            return next && isAllowed(next, use, device, region) ? describeChange(chosen, next, group.dimension) : null;
          }}
        />
      ))}
    </div>
  );
}

function isAllowed(
  container: Container,
  use: ContainerUse | undefined,
  device: ContainerDevice | null | undefined,
  region: string,
): boolean {
  const isFitting = (!use || container.use === use) && (!device || container.device === device);
  return isFitting && choiceGroups(container, { region }).every((group) => !isImpossible(group.options, group.value));
}

function isImpossible(options: readonly { value: string; disabled: boolean }[], value: string): boolean {
  return options.some((option) => option.value === value && option.disabled);
}

/** `Switch to GPU and PyTorch`: the first two choices above the wanted one that have to give way. */
function describeChange(from: Container, to: Container, wanted: ChoiceDimension): string {
  const changed = DIMENSIONS.filter(
    (dimension) => dimension !== "region" && dimension !== wanted && dimension !== "build",
  )
    .filter((dimension): dimension is ChoiceDimension => dimension !== "region")
    .filter((dimension) => ownValue(from, dimension) !== ownValue(to, dimension))
    .map(
      (dimension) =>
        `${dimension === "transformersVersion" ? "transformers " : ""}${valueLabel(dimension, ownValue(to, dimension), to)}`,
    );
  return changed.length === 0 ? "Take it" : `Switch to ${changed.slice(0, 2).join(", ")}`;
}
