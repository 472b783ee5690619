"use client";

import { type ComponentProps, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { MASKS, type Mask, maskOf } from "@/lib/inference/inputs/mask";

import { LinesField } from "./lines-field";

type Props = ComponentProps<typeof LinesField> & { modelId: string | null };

/** A text with a gap for the model to fill; which word stands for the gap depends on the model's tokenizer. */
export function MaskedText({ modelId, ...lines }: Props) {
  const [chosen, setChosen] = useState<Mask | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const known = maskOf(modelId, lines.text);
  const mask = chosen ?? known;

  function choose(next: Mask) {
    setChosen(next);
    const other = MASKS.find((candidate) => candidate !== next);
    if (other) lines.onText(lines.text.replaceAll(other, next));
  }

  function insert() {
    const { selectionStart: start, selectionEnd: end } = area.current ?? {
      selectionStart: lines.text.length,
      selectionEnd: lines.text.length,
    };
    lines.onText(lines.text.slice(0, start) + mask + lines.text.slice(end));
    area.current?.focus();
  }

  return (
    <LinesField
      {...lines}
      placeholder={`A sentence with a gap: Paris is the ${mask} of France.`}
      textareaRef={area}
      actions={
        <div className="flex items-center gap-2">
          <SegmentedControl
            label="How the model writes a gap"
            value={mask}
            onChange={choose}
            segments={MASKS.map((value) => ({ value, label: <span className="font-mono">{value}</span> }))}
          />
          <Button size="sm" onClick={insert}>
            Insert mask
          </Button>
        </div>
      }
    />
  );
}
