import { afterAll, test } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { expectQuality } from "./expect-quality.ts";
import { heldOut, share } from "./held-out.ts";

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

test("sentiment of sentences written by hand", async () => {
  const rows = heldOut<{ text: string; label: string }>("afinn-sentiment");
  const answer = json(await host.ask("afinn-sentiment", { inputs: rows.map(({ text }) => text) }));
  const labels = (answer as { label: string }[]).map(({ label }) => label);
  expectQuality(
    "afinn-sentiment",
    share(rows, ({ label }, at) => labels[at] === label),
  );
});
