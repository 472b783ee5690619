"use client";

import { ChipsField } from "./chips-field";

type Props = { labels: string[]; onLabels: (labels: string[]) => void };

/** The labels that a zero-shot model chooses between. */
export function LabelsField({ labels, onLabels }: Props) {
  return (
    <ChipsField
      label="Labels to choose between"
      noun="label"
      help="Press Enter or type a comma after each one, or paste a list."
      placeholder="refund, legal, faq"
      values={labels}
      onValues={onLabels}
    />
  );
}
