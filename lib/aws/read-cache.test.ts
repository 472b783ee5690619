import { afterEach, expect, test, vi } from "vitest";

import { cachedRead, forgetReads, renewReads } from "./read-cache";

const target = { id: "team", region: "us-east-1", isEmulator: false, endpointUrl: null, roleArn: null };

afterEach(() => {
  forgetReads("team");
  forgetReads("other");
});

test("people who look at the same time share one call", async () => {
  const load = vi.fn(async () => "answer");
  const answers = await Promise.all([1, 2, 3].map(() => cachedRead(target, "List", {}, 60_000, load)));
  expect(answers).toStrictEqual(["answer", "answer", "answer"]);
  expect(load).toHaveBeenCalledOnce();
});

test("a failed read is asked again", async () => {
  const load = vi.fn(async () => "answer").mockRejectedValueOnce(new Error("network"));
  await expect(cachedRead(target, "List", {}, 60_000, load)).rejects.toThrow("network");
  expect(await cachedRead(target, "List", {}, 60_000, load)).toBe("answer");
});

test("forgetting a workspace leaves what was read in others", async () => {
  const here = vi.fn(async () => "here");
  const there = vi.fn(async () => "there");
  for (let time = 0; time < 2; time += 1) {
    await cachedRead(target, "List", {}, 60_000, here);
    await cachedRead({ ...target, id: "other" }, "List", {}, 60_000, there);
    if (time === 0) forgetReads("team");
  }
  expect(here).toHaveBeenCalledTimes(2);
  expect(there).toHaveBeenCalledOnce();
});

test("what is read while the workspace is changed is not kept beyond the change", async () => {
  let answer: (state: string) => void = () => {};
  const before = cachedRead(target, "Describe", "e", 60_000, () => new Promise((resolve) => (answer = resolve)));
  forgetReads("team");
  answer("InService");
  expect(await before).toBe("InService");
  expect(await cachedRead(target, "Describe", "e", 60_000, async () => "Deleting")).toBe("Deleting");
});

test("a workspace that points elsewhere reads again", async () => {
  await cachedRead(target, "GetCallerIdentity", null, 60_000, async () => "one account");
  const roleArn = "arn:aws:iam::123456789012:role/other";
  const read = cachedRead({ ...target, roleArn }, "GetCallerIdentity", null, 60_000, async () => "another account");
  expect(await read).toBe("another account");
});

test("a change in an action is seen by a route handler, which runs another copy of the module", async () => {
  await cachedRead(target, "DescribeModel", "m", 60_000, async () => "there");
  vi.resetModules();
  const copy = await import("./read-cache");
  copy.forgetReads("team");
  expect(await cachedRead(target, "DescribeModel", "m", 60_000, async () => "gone")).toBe("gone");
});

test("who asks for what is there now gets it, and a crowd that asks makes one call", async () => {
  const load = vi.fn(async () => "answer");
  const read = () => cachedRead(target, "List", {}, 60_000, load);
  const now = Date.now();
  await read();
  for (const afterMs of [0, 10, 500, 999]) {
    renewReads("team", now + afterMs);
    await read();
  }
  expect(load).toHaveBeenCalledTimes(2);
  renewReads("team", now + 1_000);
  await read();
  expect(load).toHaveBeenCalledTimes(3);
});
