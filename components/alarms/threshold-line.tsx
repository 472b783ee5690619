"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";

import { PLOT_INSET } from "@/components/charts/uplot-options";
import { snap } from "@/lib/alarms/threshold";
import { cn } from "@/lib/cn";

type Props = {
  /** In the chart's unit. */
  value: number;
  scale: { top: number; step: number };
  /** The value in words: `2,000 ms`. */
  text: string;
  /** Left out: it only shows. */
  onChange?: ((value: number) => void) | undefined;
  /** While it is dragged the axis must stand still. */
  onDrag?: ((isDragged: boolean) => void) | undefined;
};

const STEPS: Record<string, number> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/** The threshold over a chart, moved by mouse, finger and keys. It lies in a box that is as large as the plot. */
export function ThresholdLine({ value, scale, text, onChange, onDrag }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const share = Math.min(1, Math.max(0, value / scale.top));

  function valueAt(clientY: number): number {
    const box = area.current?.getBoundingClientRect();
    if (!box) return value;
    return snap((1 - (clientY - box.top) / box.height) * scale.top, scale);
  }

  function press(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    onDrag?.(true);
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange?.(valueAt(event.clientY));
  }

  function key(event: KeyboardEvent<HTMLDivElement>) {
    const steps = STEPS[event.key];
    if (steps === undefined && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    // By keys it may leave the axis, which then grows.
    const moved = Number(Math.max(0, value + (steps ?? 0) * scale.step).toPrecision(9));
    onChange?.(steps === undefined ? snap(event.key === "Home" ? 0 : scale.top, scale) : moved);
  }

  return (
    <div ref={area} className="pointer-events-none absolute" style={PLOT_INSET}>
      <div className="absolute inset-x-0 border-t-2 border-danger" style={{ bottom: `${share * 100}%` }} />
      {onChange ? (
        <div
          role="slider"
          tabIndex={0}
          aria-label="Threshold"
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={Math.max(value, scale.top)}
          aria-valuenow={value}
          aria-valuetext={text}
          onPointerDown={press}
          onPointerMove={move}
          onLostPointerCapture={() => onDrag?.(false)}
          onKeyDown={key}
          className="pointer-events-auto absolute inset-x-0 flex h-8 translate-y-1/2 cursor-ns-resize touch-none items-center justify-end rounded-sm focus-visible:outline-2 focus-visible:outline-ring"
          style={{ bottom: `${share * 100}%` }}
        >
          <Tag className="cursor-ns-resize">{text}</Tag>
        </div>
      ) : (
        <Tag className="absolute right-0 translate-y-1/2" style={{ bottom: `${share * 100}%` }}>
          {text}
        </Tag>
      )}
    </div>
  );
}

function Tag({ className, ...rest }: React.ComponentProps<"span">) {
  return (
    <span
      {...rest}
      className={cn(
        "rounded-sm bg-danger-fill px-1.5 py-0.5 text-xs font-medium text-on-accent tabular-nums select-none",
        className,
      )}
    />
  );
}
