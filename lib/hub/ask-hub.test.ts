import { afterAll, beforeAll, expect, test } from "vitest";

import { askHub } from "./ask-hub";
import { isHubId } from "./schema";
import { type HubStandIn, startHubStandIn } from "./testing/hub-stand-in";

let hub: HubStandIn;
beforeAll(async () => {
  hub = await startHubStandIn();
});
afterAll(() => hub.close());

const ask = (id: string, more: { revision?: string; token?: string; limitMs?: number } = {}) =>
  askHub({ id, token: null, hubUrl: hub.url, ...more });

test("a public model tells its task", async () => {
  const found = {
    state: "found",
    task: "token-classification",
    isGated: false,
    isPrivate: false,
    withToken: false,
    modelType: "distilbert",
    architectures: ["DistilBertForTokenClassification"],
    bringsCode: false,
    library: "transformers",
    weights: { bytes: 264_000_000, parameters: 66_000_000, storedAs: "F32", isQuantized: false },
  };
  expect(await ask("models/public")).toStrictEqual(found);
});

test("the saved token is sent, and only one that the Hub takes", async () => {
  await ask("models/public", { token: "hf_abcdefgh" });
  expect(hub.asked.at(-1)?.authorization).toBe("Bearer hf_abcdefgh");
  expect(await ask("models/public", { token: "api_abcdefgh" })).toMatchObject({ state: "found", withToken: false });
});

test("a gated model is found and said to be gated", async () => {
  expect(await ask("models/gated")).toMatchObject({ state: "found", isGated: true });
});

test("without a token a private model and a missing one look alike, with one they do not", async () => {
  expect(await ask("models/private")).toStrictEqual({ state: "hidden", withToken: false });
  expect(await ask("models/absent")).toStrictEqual({ state: "hidden", withToken: false });
  expect(await ask("models/private", { token: "hf_abcdefgh" })).toMatchObject({ state: "found", isPrivate: true });
  expect(await ask("models/absent", { token: "hf_abcdefgh" })).toStrictEqual({ state: "missing", withToken: true });
});

test("a revision that is not there is told from a model that is not there", async () => {
  expect(await ask("models/public", { revision: "v9" })).toStrictEqual({ state: "no-revision", withToken: false });
});

test("a Hub that is slow, down or out of reach is an answer", async () => {
  expect(await ask("models/slow", { limitMs: 50 })).toStrictEqual({ state: "unknown", reason: "too-slow" });
  expect(await ask("models/down")).toMatchObject({ state: "unknown", reason: "refused" });
  const nobody = { id: "models/public", token: null, hubUrl: "http://127.0.0.1:9" };
  expect(await askHub(nobody)).toStrictEqual({ state: "unknown", reason: "unreachable" });
});

test.each([
  ["bert-base-uncased", true],
  ["owner/model.v1", true],
  ["../whoami-v2", false],
  ["owner/..", false],
  ["a/b/c", false],
  ["", false],
])("%s as a Hub id: %s", (text, fits) => {
  expect(isHubId(text)).toBe(fits);
});
