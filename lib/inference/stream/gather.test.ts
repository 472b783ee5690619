import { expect, test } from "vitest";

import { gather } from "./gather";

/** A source whose lines a test hands out one by one, and that says how many were asked for. */
function source() {
  const asked: ((result: IteratorResult<string, void>) => void)[] = [];
  let count = 0;
  return {
    lines: {
      next: () => {
        count += 1;
        return new Promise<IteratorResult<string, void>>((resolve) => asked.push(resolve));
      },
    },
    give: (value: string) => asked.shift()?.({ done: false, value }),
    end: () => asked.shift()?.({ done: true, value: undefined }),
    asked: () => count,
  };
}

async function* list(...lines: string[]): AsyncGenerator<string, void> {
  yield* lines;
}

test("a line goes at once when nothing was written for a while", async () => {
  const { lines, give, asked } = source();
  let time = 0;
  const next = gather(lines, () => time);
  for (const line of ["one", "two", "three"]) {
    const text = next();
    give(line);
    expect(await text).toBe(line);
    time += 8;
  }
  expect(asked()).toBe(3);
});

test("lines that come fast after another go together, none is lost, and the end is told after them", async () => {
  const next = gather(list("one ", "two ", "three ", "four"), () => 0);
  expect(await next()).toBe("one ");
  expect(await next()).toBe("two three four");
  expect(await next()).toBeNull();
});

test("what waits goes when its time is over, though the source has no more yet", async () => {
  const { lines, give, end } = source();
  const next = gather(lines, () => 0);
  const first = next();
  give("one");
  await first;
  const second = next();
  give("two");
  expect(await second).toBe("two");
  const third = next();
  give("three");
  expect(await third).toBe("three");
  const last = next();
  end();
  expect(await last).toBeNull();
});

test("a long text is not held back for more", async () => {
  const long = "x".repeat(20_000);
  const next = gather(list("one", long, "two"), () => 0);
  expect([await next(), await next(), await next()]).toStrictEqual(["one", long, "two"]);
});
