import type { LucideIcon } from "lucide-react";

/** One line of the palette. `run` goes somewhere or does something. */
export type PaletteItem = {
  id: string;
  label: string;
  /** Found by these words too, though they are not shown. */
  keywords?: string;
  /** Right of the label: a status, a region. */
  note?: string;
  icon: LucideIcon;
  /** Keys that do the same. */
  keys?: string;
  mono?: boolean;
  run: () => void;
};

export type PaletteGroup = { value: string; items: PaletteItem[] };
