import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { contrast, type Oklch } from "./contrast";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
const SURFACES = ["page", "panel", "overlay", "inset", "hover", "selected"];
const STATUSES = ["good", "working", "warning", "danger", "idle"];
const CHARTS = Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`);

/** WCAG 2.2: 4.5 for text, 3 for the shapes that controls, focus and charts are told by. */
const PAIRS: [front: string, back: string, least: number][] = [
  ...["foreground", "muted", "accent-text", ...STATUSES].flatMap((text) =>
    SURFACES.map((surface): [string, string, number] => [text, surface, 4.5]),
  ),
  ...STATUSES.flatMap((status): [string, string, number][] => [
    [status, `${status}-soft`, 4.5],
    ["muted", `${status}-soft`, 4.5],
    ["foreground", `${status}-soft`, 4.5],
  ]),
  ["accent-text", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-accent", "danger-fill", 4.5],
  ["on-accent", "danger-fill-hover", 4.5],
  ["on-emulator", "emulator", 4.5],
  ...["border-control", "ring", "accent", ...CHARTS].flatMap((shape) =>
    ["page", "panel"].map((surface): [string, string, number] => [shape, surface, 3]),
  ),
];

describe.each(["light", "dark"])("the %s theme", (theme) => {
  const colours = coloursOf(theme);

  test("gives text and controls enough contrast", () => {
    const poor = PAIRS.map(([front, back, least]) => ({ front, back, least, has: contrast(get(front), get(back)) }))
      .filter(({ has, least }) => has < least)
      .map(({ front, back, least, has }) => `${front} on ${back}: ${has.toFixed(2)} < ${least}`);
    expect(poor).toStrictEqual([]);
  });

  function get(name: string): Oklch {
    const colour = colours.get(name);
    if (!colour) throw new Error(`--${name} is not a colour of the ${theme} theme`);
    return colour;
  }
});

function coloursOf(theme: string): Map<string, Oklch> {
  const [, block = ""] = css.match(new RegExp(`\\[data-theme="${theme}"\\] \\{(.*?)\\n\\}`, "s")) ?? [];
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return new Map([...found].map(([, name = "", l, c, h]) => [name, { l: Number(l), c: Number(c), h: Number(h) }]));
}
