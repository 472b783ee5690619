import { expect, test } from "vitest";

import { readBody } from "./read-body";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://console/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

test("a body within the limit comes back whole", async () => {
  expect(Buffer.from(await readBody(post("héllo"), 10)).toString()).toBe("héllo");
});

test("a declared length over the limit is refused without reading", async () => {
  const request = post(new ReadableStream({ pull: () => Promise.reject(new Error("was read")) }), {
    "content-length": String(30 * 1024 * 1024),
  });
  await expect(readBody(request, 25 * 1024 * 1024)).rejects.toMatchObject({
    code: "too-large",
    message: "The input is 30 MB. A real-time endpoint takes at most 25 MB.",
  });
});

test("a body without a length is cut off as soon as it passes the limit", async () => {
  let pulls = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1;
      controller.enqueue(new Uint8Array(100));
    },
  });
  await expect(readBody(post(stream), 250)).rejects.toMatchObject({ code: "too-large" });
  expect(pulls).toBeLessThan(10);
});
