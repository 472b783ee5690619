import { cn } from "@/lib/cn";
import { formatScore } from "@/lib/format/numbers";
import type { Box } from "@/lib/inference/results/boxes";

import type { PictureSize } from "./picture";

type Props = {
  size: PictureSize;
  boxes: readonly Box[];
  colours: ReadonlyMap<string, string>;
  pointed: Box | null;
  onPointed: (box: Box | null) => void;
};

/** More names than this hide the picture; a box's name still shows when it is pointed at. */
const MAX_NAMED = 24;

/** Boxes over a picture of `size`. Lines and words keep their thickness however far the picture is scaled. */
export function BoxOverlay({ size, boxes, colours, pointed, onPointed }: Props) {
  // The largest first, so that smaller boxes lie above them and can be pointed at.
  const drawn = boxes.toSorted((a, b) => area(b) - area(a));
  const named = new Set(boxes.slice(0, MAX_NAMED));
  if (pointed && boxes.includes(pointed)) named.add(pointed);
  return (
    <div aria-hidden="true" className="absolute inset-0">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        <title>Boxes</title>
        {drawn.map((box, index) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes of one answer, equal ones are possible
            key={index}
            opacity={pointed && pointed !== box ? 0.3 : 1}
            onPointerEnter={() => onPointed(box)}
            onPointerLeave={() => onPointed(null)}
          >
            {/* A pale line below the coloured one, so that it can be seen on any picture. */}
            <Edges box={box} colour="white" width={pointed === box ? 6 : 4} />
            <Edges box={box} colour={colours.get(box.label) ?? "currentColor"} width={pointed === box ? 4 : 2} />
          </g>
        ))}
      </svg>
      {[...named].map((box, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={index}
          className={cn(
            "pointer-events-none absolute flex max-w-40 items-center gap-1 truncate rounded-sm border border-border bg-panel px-1 text-xs leading-4 font-medium whitespace-nowrap",
            pointed === box ? "z-10" : pointed && "opacity-30",
          )}
          style={place(box, size)}
        >
          <span className="size-2 shrink-0 rounded-full" style={{ background: colours.get(box.label) }} />
          {box.label}
          <span className="text-muted tabular-nums">{formatScore(box.score)}</span>
        </span>
      ))}
    </div>
  );
}

function Edges({ box, colour, width }: { box: Box; colour: string; width: number }) {
  return (
    <rect
      x={box.xmin}
      y={box.ymin}
      width={Math.max(0, box.xmax - box.xmin)}
      height={Math.max(0, box.ymax - box.ymin)}
      fill="transparent"
      stroke={colour}
      strokeWidth={width}
      vectorEffect="non-scaling-stroke"
    />
  );
}

/** Above the box where there is room, else inside it; never out of the picture on the right. */
function place(box: Box, size: PictureSize) {
  const left = Math.max(0, box.xmin / size.width);
  const top = Math.max(0, box.ymin / size.height);
  const isRight = left > 0.7;
  return {
    ...(isRight ? { right: `${Math.max(0, 1 - box.xmax / size.width) * 100}%` } : { left: `${left * 100}%` }),
    top: `${top * 100}%`,
    translate: top > 0.1 ? "0 -100%" : undefined,
  };
}

function area(box: Box): number {
  return (box.xmax - box.xmin) * (box.ymax - box.ymin);
}
