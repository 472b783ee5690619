import type { PointerEvent } from "react";

import { cn } from "@/lib/cn";

import { type Mask, maskUrl } from "./use-masks";

type Part = { at: number; label: string; url: string; colour: string; mask: Mask | null | undefined };

type Props = {
  parts: readonly Part[];
  opacity: number;
  pointed: number | null;
  onPointed: (at: number | null) => void;
};

/** Coloured masks over a picture, each with its name in its middle; the one below the pointer stands out. */
export function MaskOverlay({ parts, opacity, pointed, onPointed }: Props) {
  function point(event: PointerEvent<HTMLDivElement>) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onPointed(partAt(parts, (event.clientX - left) / width, (event.clientY - top) / height));
  }

  return (
    <div aria-hidden="true" className="absolute inset-0" onPointerMove={point} onPointerLeave={() => onPointed(null)}>
      {parts.map(({ at, url, colour }) => (
        <div
          key={at}
          className="absolute inset-0 transition-opacity"
          style={{
            background: colour,
            opacity: pointed === null || pointed === at ? opacity : opacity / 4,
            maskImage: `url("${maskUrl(url)}")`,
            maskMode: "luminance",
            maskSize: "100% 100%",
          }}
        />
      ))}
      {parts.map(({ at, label, mask, colour }) =>
        mask && mask.share > 0 ? (
          <span
            key={at}
            className={cn(
              "pointer-events-none absolute flex max-w-40 -translate-x-1/2 -translate-y-1/2 items-center gap-1 truncate rounded-sm border border-border bg-panel px-1 text-xs leading-4 font-medium whitespace-nowrap transition-opacity",
              pointed === at ? "z-10" : pointed !== null && "opacity-30",
            )}
            style={{ left: `${mask.centre.x * 100}%`, top: `${mask.centre.y * 100}%` }}
          >
            <span className="size-2 shrink-0 rounded-full" style={{ background: colour }} />
            {label}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** The smallest part at a place, in shares of the picture: large ones often lie below small ones. */
function partAt(parts: readonly Part[], x: number, y: number): number | null {
  const hit = parts
    .filter(({ mask }) => {
      if (!mask) return false;
      return mask.isSet[Math.floor(y * mask.height) * mask.width + Math.floor(x * mask.width)] === 1;
    })
    .toSorted((a, b) => (a.mask?.share ?? 0) - (b.mask?.share ?? 0));
  return hit[0]?.at ?? null;
}
