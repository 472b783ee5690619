import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, test, vi } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { expectQuality } from "./expect-quality.ts";
import { share } from "./held-out.ts";
import { characterAccuracy } from "./text-scores.ts";

// Models start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

const folder = join(import.meta.dirname, "sounds");
const clips = readdirSync(folder).map((name) => ({
  word: name.split("-")[0] ?? "",
  wav: readFileSync(join(folder, name)),
}));
const HEADER_BYTES = 44;

const ask = async (id: string, wav: Buffer) => json(await host.ask(id, wav, { contentType: "audio/wave" }));

test("spoken words in voices that training did not hear", async () => {
  const best: string[] = [];
  for (const { wav } of clips)
    best.push(((await ask("tiny-spoken-words", wav)) as { label: string }[])[0]?.label ?? "");
  expectQuality(
    "tiny-spoken-words",
    share(clips, ({ word }, at) => best[at] === word),
  );
});

test("two words after each other, written down", async () => {
  const pairs = clips.map((first, at) => [first, clips[(at * 5 + 3) % clips.length] ?? first] as const);
  const texts: { text: string; wanted: string }[] = [];
  for (const [first, second] of pairs) {
    const { text } = (await ask("tiny-words-asr", joined([first.wav, second.wav]))) as { text: string };
    texts.push({ text, wanted: `${first.word} ${second.word}`.toUpperCase() });
  }
  expectQuality("tiny-words-asr", characterAccuracy(texts));
});

/** One recording of several, all 8-bit at 16 kHz, with a tenth of a second between them. */
function joined(wavs: Buffer[]): Buffer {
  const silence = Buffer.alloc(1600, 128);
  const sound = Buffer.concat([silence, ...wavs.flatMap((wav) => [wav.subarray(HEADER_BYTES), silence])]);
  const header = Buffer.from((wavs[0] ?? Buffer.alloc(0)).subarray(0, HEADER_BYTES));
  header.writeUInt32LE(sound.length + HEADER_BYTES - 8, 4);
  header.writeUInt32LE(sound.length, 40);
  return Buffer.concat([header, sound]);
}
