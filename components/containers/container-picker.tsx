"use client";

import { containers } from "@/catalog/containers/data";
import { hasValue, ownValue } from "@/catalog/containers/dimensions";
import type { Container, ContainerDevice, ContainerUse } from "@/catalog/containers/schema";
import { containerById, defaultContainer } from "@/catalog/containers/select";
import { settle } from "@/catalog/containers/settle";
import { subject } from "@/catalog/containers/words";
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

  const reach = containers.filter((row) => (!use || row.use === use) && (!device || row.device === device));

  function nearest(dimension: ChoiceDimension, wanted: string): Container | null {
    return settle(chosen, dimension, wanted, region, reach);
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
            return next && hasValue(next, "region", region) ? describeChange(chosen, next, group.dimension) : null;
          }}
        />
      ))}
    </div>
  );
}

/** `Switch to GPU, transformers 4.26.0`: the first choices that have to give way to the wanted one. */
function describeChange(from: Container, to: Container, wanted: ChoiceDimension): string {
  const changed = TOLD.filter(
    (dimension) => dimension !== wanted && ownValue(from, dimension) !== ownValue(to, dimension),
  );
  // "PyTorch 2.6.0" says the framework too.
  const told = changed.filter((dimension) => dimension !== "framework" || !changed.includes("frameworkVersion"));
  const names = told.map((dimension) => subject(dimension, ownValue(to, dimension), to));
  return names.length === 0 ? "Take it" : `Switch to ${names.slice(0, 2).join(", ")}`;
}

const TOLD = [
  "use",
  "family",
  "device",
  "transformersVersion",
  "framework",
  "frameworkVersion",
  "pythonVersion",
] as const;
