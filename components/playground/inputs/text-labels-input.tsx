"use client";

import type { InputValues } from "@/lib/inference/inputs/input-form";

import { LabelsField } from "./labels-field";
import { LinesField } from "./lines-field";

type Value = InputValues["text-labels"];

/** A text and the labels that the model chooses between. */
export function TextLabelsInput({ value, onValue }: { value: Value; onValue: (value: Value) => void }) {
  return (
    <>
      <LinesField
        label="Text"
        batchLabel="Texts, one per line"
        placeholder="A sentence or two to judge"
        text={value.text}
        isBatch={value.isBatch}
        onText={(text) => onValue({ ...value, text })}
        onBatch={(isBatch) => onValue({ ...value, isBatch })}
      />
      <LabelsField labels={value.labels} onLabels={(labels) => onValue({ ...value, labels })} />
    </>
  );
}
