import type { Page } from "@playwright/test";

import type { PageMetrics } from "./browser.ts";
import { logLine } from "./fill.ts";

/** Milliseconds of work for one step. */
export type StepCost = { script: number; layout: number; task: number };

const STEPS = 120;
/** Twenty lines: a turn of a mouse wheel is about five. */
const STEP_PX = 400;

/** Scrolls an element up and down again, a step for each frame, and tells what each step costs. */
export async function scrollCost(page: Page, selector: string, metrics: () => Promise<PageMetrics>): Promise<StepCost> {
  const before = await metrics();
  await page.evaluate(
    async ([query, steps, stepPx]) => {
      const element = document.querySelector(query);
      if (!element) throw new Error(`There is no ${query}.`);
      for (let step = 0; step < steps; step += 1) {
        element.scrollTop += step < steps / 2 ? -stepPx : stepPx;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    [selector, STEPS, STEP_PX] as const,
  );
  const after = await metrics();
  const perStep = (seconds: number) => (seconds * 1000) / STEPS;
  return {
    script: perStep(after.script - before.script),
    layout: perStep(after.layout - before.layout + after.style - before.style),
    task: perStep(after.task - before.task),
  };
}

/** A bare page with as many plain rows of the same text, scrolled to the same place: the least that scrolling costs. */
export async function openFloor(page: Page, lines: number): Promise<string> {
  const rows = Array.from({ length: lines }, (_, index) => `<li>${logLine(index)}</li>`).join("");
  await page.setContent(
    `<style>section { height: 540px; overflow: auto } ol { margin: 0; font: 12px/20px monospace }</style>
     <section><ol>${rows}</ol></section>`,
  );
  await page.evaluate(() => {
    const element = document.querySelector("section");
    if (element) element.scrollTop = element.scrollHeight / 2;
  });
  return "section";
}
