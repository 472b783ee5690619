"use client";

import { useEffect, useRef } from "react";

const MAX_TOKENS = 64;
const MAX_DIMENSIONS = 512;

/** Each token as a row, each dimension as a column: one colour below zero, another above, stronger further from it. */
export function HeatStrip({ tokens }: { tokens: readonly (readonly number[])[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const rows = tokens.slice(0, MAX_TOKENS).map((token) => token.slice(0, MAX_DIMENSIONS));
  const width = rows[0]?.length ?? 0;
  const total = tokens[0]?.length ?? 0;

  useEffect(() => {
    const drawn = canvas.current;
    if (!drawn) return;
    draw(drawn, rows);
    // A canvas keeps the colours that it was drawn with.
    const themes = new MutationObserver(() => draw(drawn, rows));
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => themes.disconnect();
  }, [rows]);

  return (
    <figure className="flex flex-col gap-1">
      <div className="grid overflow-hidden rounded-control border border-border">
        <canvas
          ref={canvas}
          width={width}
          height={rows.length}
          role="img"
          aria-label={`Values of ${rows.length} tokens in ${width} dimensions as colours`}
          className="w-full [image-rendering:pixelated]"
          style={{ height: Math.max(28, Math.min(rows.length * 10, 240)) }}
        />
      </div>
      <figcaption className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
        <Key colour="var(--chart-2)">below zero</Key>
        <Key colour="var(--chart-1)">above zero</Key>
        <span>rows: tokens, columns: dimensions</span>
        {tokens.length > rows.length || total > width ? (
          <span>
            The first {rows.length} of {tokens.length} tokens and {width} of {total} dimensions are drawn.
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}

function Key({ colour, children }: { colour: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className="size-2.5 rounded-sm" style={{ background: colour }} />
      {children}
    </span>
  );
}

/** Only opacity is written per pixel: the two colours are the theme's, drawn as two layers. */
function draw(canvas: HTMLCanvasElement, rows: readonly (readonly number[])[]): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const most = rows.reduce((max, row) => row.reduce((inner, value) => Math.max(inner, Math.abs(value)), max), 0) || 1;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const [colour, sign] of [
    [style.getPropertyValue("--chart-1"), 1],
    [style.getPropertyValue("--chart-2"), -1],
  ] as const) {
    context.fillStyle = colour;
    for (const [y, row] of rows.entries()) {
      for (const [x, value] of row.entries()) {
        if (value * sign <= 0) continue;
        context.globalAlpha = Math.abs(value) / most;
        context.fillRect(x, y, 1, 1);
      }
    }
  }
}
