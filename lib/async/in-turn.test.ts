import { expect, test } from "vitest";

import { inTurn } from "./in-turn";

test("no more than so many run at once, all of them run, and one that fails does not keep its place", async () => {
  const run = inTurn(3);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const all = Array.from({ length: 20 }, (_, index) =>
    run(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(index);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (index % 4 === 0) throw new Error(`no ${index}`);
      return index;
    }),
  );
  const ended = await Promise.allSettled(all);
  expect(most).toBe(3);
  expect(order).toStrictEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(5);
});
