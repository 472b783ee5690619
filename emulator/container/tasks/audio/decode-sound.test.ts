import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeSound } from "./decode-sound.ts";
import { resample } from "./resample.ts";

const SOUNDS = join(import.meta.dirname, "../../testing/sounds");
const original = await decodeSound(readFileSync("public/examples/spoken-words.wav"));

/** How alike two recordings are when one may begin a little later, from -1 to 1. */
function likeness(a: Float32Array, b: Float32Array): number {
  const at = (shift: number): number => {
    let [product, aa, bb] = [0, 0, 0];
    for (let index = 2000; index < Math.min(a.length, b.length) - 2000; index += 1) {
      const [x, y] = [a[index] ?? 0, b[index + shift] ?? 0];
      product += x * y;
      aa += x * x;
      bb += y * y;
    }
    return product / Math.sqrt(aa * bb);
  };
  return Math.max(...Array.from({ length: 2000 }, (_, shift) => at(shift - 200)));
}

test.each([
  ["spoken-words.flac", 44_100, 0.99],
  ["spoken-words-24-bit.flac", 16_000, 0.999],
  ["spoken-words.mp3", 16_000, 0.95],
  ["spoken-words.ogg", 22_050, 0.95],
  ["spoken-words.opus", 48_000, 0.8],
  ["spoken-words.webm", 48_000, 0.8],
  ["spoken-words-mulaw.wav", 16_000, 0.99],
  ["spoken-words-alaw.wav", 16_000, 0.99],
])("%s at %i Hz is the recording", async (file, rate, least) => {
  const sound = await decodeSound(readFileSync(join(SOUNDS, file)));
  expect(sound?.rate).toBe(rate);
  const samples = resample(sound ?? { samples: new Float32Array(), rate }, 16_000);
  expect(likeness(original?.samples ?? new Float32Array(), samples)).toBeGreaterThan(least);
});

test.each([
  ["text", Buffer.from("not a sound")],
  ["nothing", Buffer.alloc(0)],
  ["a WAV without sound", Buffer.from("RIFF....WAVEjunk")],
  ["a FLAC that ends after its name", Buffer.from("fLaC")],
  ["an Ogg page of nothing", Buffer.from(`OggS${"\0".repeat(30)}OpusHead`)],
  ["an MP3 tag alone", Buffer.from("ID3\x04\0\0\0\0\0\0")],
  ["a WebM that ends after its name", Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80])],
])("%s is no sound", async (_what, bytes) => {
  expect(await decodeSound(bytes)).toBeNull();
});

test("going to a lower rate, tones that it cannot hold vanish instead of folding back", () => {
  const tone = (hertz: number) =>
    Float32Array.from({ length: 8000 }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / 16_000));
  const loudness = (samples: Float32Array) =>
    Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  expect(loudness(resample({ samples: tone(6500), rate: 16_000 }, 8000))).toBeLessThan(0.02);
  expect(loudness(resample({ samples: tone(1000), rate: 16_000 }, 8000))).toBeCloseTo(Math.SQRT1_2, 2);
});
