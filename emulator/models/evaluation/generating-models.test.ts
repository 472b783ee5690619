import { afterAll, test, vi } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { expectQuality } from "./expect-quality.ts";
import { heldOut, share } from "./held-out.ts";

// Models start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

test("chat: the answer is the grammar's, word for word", async () => {
  const rows = heldOut<{ messages: object[]; answer: string }>("tiny-chat");
  const answers: string[] = [];
  for (const { messages } of rows) {
    const answer = await host.ask("tiny-chat", { inputs: messages, parameters: { return_full_text: false } });
    const [generated] = json(answer) as { generated_text: string }[];
    answers.push(generated?.generated_text ?? "");
  }
  expectQuality(
    "tiny-chat",
    share(rows, ({ answer }, at) => answers[at] === answer),
  );
});
