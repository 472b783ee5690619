/** The words that tokenizers know as the mask: that of BERT and its kin, and that of RoBERTa and its. */
export const MASKS = ["[MASK]", "<mask>"] as const;
export type Mask = (typeof MASKS)[number];

/** Families whose tokenizers have `<mask>`, by the names that their models bear on the Hub. */
const ANGLED = /(?<!bigbird-)roberta|camembert|bart|xlm-r|longformer|bertweet|phobert|mpnet|\besm/i;

/** Whether a text has a place for the model to fill in. */
export function hasMask(text: string): boolean {
  return MASKS.some((mask) => text.includes(mask));
}

/** The mask that fits: the one that stands in the text, or else the one that the model's name lets expect. */
export function maskOf(modelId: string | null, text: string): Mask {
  return MASKS.find((mask) => text.includes(mask)) ?? (ANGLED.test(modelId ?? "") ? "<mask>" : "[MASK]");
}
