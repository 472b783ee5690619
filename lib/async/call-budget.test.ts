import { expect, test } from "vitest";

import { callBudget } from "./call-budget";

test("work that might take more than is left waits for the next tick", () => {
  const budget = callBudget(10);
  expect([budget.setAside(3), budget.setAside(3), budget.setAside(3)]).toStrictEqual([true, true, true]);
  expect(budget.setAside(3)).toBe(false);
  // Two of the three took one call each: four more may be made.
  budget.giveBack(2);
  budget.giveBack(2);
  expect(budget.setAside(3)).toBe(true);
  expect(budget.setAside(3)).toBe(false);
  budget.refill();
  expect(budget.setAside(10)).toBe(true);
  expect(budget.setAside(1)).toBe(false);
});
