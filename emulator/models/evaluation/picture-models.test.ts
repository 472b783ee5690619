import { join } from "node:path";
import { RawImage } from "@huggingface/transformers";
import { afterAll, test, vi } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { covers, drawScene, makeScene, randomFrom, SHAPES, SIZE, type Thing } from "./draw-shapes.ts";
import { expectQuality } from "./expect-quality.ts";
import { heldOut, share } from "./held-out.ts";

// Models start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const host = startTestHost({ limits: { maxModels: 20, maxBytes: 1e9 } });
afterAll(() => host.close());

test("digits that people wrote by hand", async () => {
  const labels = heldOut<string>("tiny-digits");
  const sheet = await RawImage.read(join(import.meta.dirname, "tiny-digits.png"));
  const best: string[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const [x, y] = [(at % 10) * 28, Math.floor(at / 10) * 28];
    const digit = await sheet.clone().crop([x, y, x + 27, y + 27]);
    const answer = await host.ask("tiny-digits", await digit.toSharp().png().toBuffer(), { contentType: "image/png" });
    best.push((json(answer) as { label: string }[])[0]?.label ?? "");
  }
  expectQuality(
    "tiny-digits",
    share(labels, (label, at) => best[at] === label),
  );
});

const PRIMARY = { red: [215, 45, 45], green: [45, 165, 75], blue: [55, 85, 215] } as Record<
  string,
  [number, number, number]
>;
const KINDS = { shapes: SHAPES, colours: PRIMARY, radius: [36, 68] as [number, number], most: 3 };

type Box = { xmin: number; ymin: number; xmax: number; ymax: number };
type Found = { label: string; box: Box };

const nameOf = ({ colour, shape }: Thing): string => `${colour} ${shape}`;
const boxOf = ({ x, y, r }: Thing): Box => ({ xmin: x - r, ymin: y - r, xmax: x + r, ymax: y + r });

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.xmax, b.xmax) - Math.max(a.xmin, b.xmin);
  const height = Math.min(a.ymax, b.ymax) - Math.max(a.ymin, b.ymin);
  const shared = Math.max(0, width) * Math.max(0, height);
  const area = ({ xmin, ymin, xmax, ymax }: Box) => (xmax - xmin) * (ymax - ymin);
  return shared / (area(a) + area(b) - shared);
}

test("detector: F1 of boxes that overlap by half and have the right name", async () => {
  const random = randomFrom(11);
  let [found, true_, right] = [0, 0, 0];
  for (let count = 0; count < 30; count += 1) {
    const scene = makeScene(random, KINDS);
    const answer = await host.ask("tiny-shapes-detector", await drawScene(scene, PRIMARY), {
      contentType: "image/png",
    });
    const boxes = json(answer) as Found[];
    const left = [...boxes];
    for (const thing of scene.things) {
      const at = left.findIndex(({ label, box }) => label === nameOf(thing) && overlap(box, boxOf(thing)) >= 0.5);
      if (at >= 0) left.splice(at, 1);
      right += at >= 0 ? 1 : 0;
    }
    found += boxes.length;
    true_ += scene.things.length;
  }
  expectQuality("tiny-shapes-detector", (2 * right) / (found + true_));
});

test("segmenter: overlap of the painted with the true pixels of each kind", async () => {
  const random = randomFrom(12);
  const overlaps: number[] = [];
  for (let count = 0; count < 10; count += 1) {
    const scene = makeScene(random, KINDS);
    const answer = await host.ask("tiny-shapes-segmenter", await drawScene(scene, PRIMARY), {
      contentType: "image/png",
    });
    const segments = json(answer) as { label: string; mask: string }[];
    for (const name of new Set(scene.things.map(nameOf))) {
      const segment = segments.find(({ label }) => label === name);
      overlaps.push(
        segment
          ? await maskOverlap(
              segment.mask,
              scene.things.filter((thing) => nameOf(thing) === name),
            )
          : 0,
      );
    }
  }
  expectQuality("tiny-shapes-segmenter", overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length);
});

async function maskOverlap(base64: string, things: Thing[]): Promise<number> {
  const mask = await RawImage.fromBlob(new Blob([new Uint8Array(Buffer.from(base64, "base64"))]));
  let [both, either] = [0, 0];
  for (let y = 0; y < SIZE; y += 4) {
    for (let x = 0; x < SIZE; x += 4) {
      const painted = (mask.data[(y * SIZE + x) * mask.channels] ?? 0) > 127;
      const isTrue = things.some((thing) => covers(thing, x, y));
      both += painted && isTrue ? 1 : 0;
      either += painted || isTrue ? 1 : 0;
    }
  }
  return both / either;
}

const COLOURS: Record<string, [number, number, number]> = {
  ...PRIMARY,
  yellow: [236, 210, 50],
  orange: [240, 140, 40],
  purple: [130, 55, 165],
  pink: [242, 132, 188],
  black: [30, 30, 30],
};

test("zero-shot: the label of the one shape among those of other colours and shapes", async () => {
  const random = randomFrom(13);
  const shapes = [...SHAPES, "star", "cross"];
  const rows: { thing: Thing; best: string }[] = [];
  for (let count = 0; count < 50; count += 1) {
    const scene = makeScene(random, { shapes, colours: COLOURS, radius: [40, 84], most: 1 });
    const [thing] = scene.things as [Thing];
    const picture = (await drawScene(scene, COLOURS)).toString("base64");
    const names = Object.keys(COLOURS).flatMap((colour) => shapes.map((shape) => `${colour} ${shape}`));
    const others = names.filter((name) => name !== nameOf(thing));
    const near = others.filter((name) => name.split(" ").some((word) => nameOf(thing).includes(word)));
    const candidate_labels = [
      nameOf(thing),
      ...[0, 1, 2, 3, 4, 5].map((at) => near[(count * 7 + at * 5) % near.length]),
    ];
    const answer = json(await host.ask("tiny-clip", { inputs: picture, parameters: { candidate_labels } }));
    rows.push({ thing, best: (answer as { label: string }[])[0]?.label ?? "" });
  }
  expectQuality(
    "tiny-clip",
    share(rows, ({ thing, best }) => best === nameOf(thing)),
  );
});
