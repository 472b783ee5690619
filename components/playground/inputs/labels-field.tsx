"use client";

import { ChipsControl } from "./chips-control";
import { FieldFrame } from "./field-frame";

type Props = { labels: string[]; onLabels: (labels: string[]) => void };

const LABEL = "Labels to choose between";

/** The labels that a zero-shot model chooses between. */
export function LabelsField({ labels, onLabels }: Props) {
  return (
    <FieldFrame label={LABEL} help="Press Enter or type a comma after each one, or paste a list.">
      {(ids) => (
        <ChipsControl
          {...ids}
          label={LABEL}
          noun="label"
          placeholder="refund, legal, faq"
          values={labels}
          onValues={onLabels}
        />
      )}
    </FieldFrame>
  );
}
