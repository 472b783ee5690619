import { RawImage } from "@huggingface/transformers";

export const SIZE = 384;
export const SHAPES = ["circle", "square", "triangle"] as const;

/** A coloured shape: its centre and half its width, in pixels. */
export type Thing = { shape: string; colour: string; x: number; y: number; r: number };
export type Scene = { ground: string; things: Thing[] };

type Colours = Record<string, [number, number, number]>;
type Kinds = { shapes: readonly string[]; colours: Colours; radius: [number, number]; most: number };

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A scene of shapes that do not touch, on a light ground. Drawn by another program than the training pictures. */
export function makeScene(random: () => number, { shapes, colours, radius, most }: Kinds): Scene {
  const between = (low: number, high: number) => low + random() * (high - low);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const rgb = (channels: number[]) => `rgb(${channels.map(Math.round).join(",")})`;
  const ground = rgb([0, 1, 2].map(() => between(170, 250)));
  const things: Thing[] = [];
  const wanted = 1 + Math.floor(random() * most);
  while (things.length < wanted) {
    const r = between(...radius);
    const thing = {
      shape: pick(shapes),
      colour: pick(Object.keys(colours)),
      x: between(r, SIZE - r),
      y: between(r, SIZE - r),
      r,
    };
    const apart = (other: Thing) =>
      Math.max(Math.abs(other.x - thing.x), Math.abs(other.y - thing.y)) > other.r + r + 8;
    if (things.every(apart)) things.push(thing);
  }
  return { ground, things };
}

/** The corners of a shape, y downwards; a circle has none. */
function corners({ shape, x, y, r }: Thing): [number, number][] {
  if (shape === "square")
    return [
      [x - r, y - r],
      [x + r, y - r],
      [x + r, y + r],
      [x - r, y + r],
    ];
  if (shape === "triangle")
    return [
      [x, y - r],
      [x + r, y + r],
      [x - r, y + r],
    ];
  if (shape === "cross") {
    const a = r / 3;
    const arm: [number, number][] = [
      [-a, -r],
      [a, -r],
      [a, -a],
      [r, -a],
      [r, a],
      [a, a],
      [a, r],
      [-a, r],
      [-a, a],
      [-r, a],
      [-r, -a],
      [-a, -a],
    ];
    return arm.map(([dx, dy]) => [x + dx, y + dy]);
  }
  return Array.from({ length: 10 }, (_, point) => {
    const reach = point % 2 === 0 ? r : r * 0.42;
    return [x + reach * Math.sin((point * Math.PI) / 5), y - reach * Math.cos((point * Math.PI) / 5)];
  });
}

/** The scene as a PNG of 384 x 384 pixels. */
export async function drawScene({ ground, things }: Scene, colours: Colours): Promise<Buffer> {
  const drawn = things.map((thing) => {
    const fill = `fill="rgb(${colours[thing.colour]?.join(",")})"`;
    if (thing.shape === "circle") return `<circle cx="${thing.x}" cy="${thing.y}" r="${thing.r}" ${fill}/>`;
    return `<polygon points="${corners(thing).join(" ")}" ${fill}/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"><rect width="100%" height="100%" fill="${ground}"/>${drawn.join("")}</svg>`;
  const image = await RawImage.fromBlob(new Blob([svg]));
  return image.toSharp().png().toBuffer();
}

/** Whether a circle, square or triangle covers a point. */
export function covers({ shape, x, y, r }: Thing, px: number, py: number): boolean {
  if (shape === "circle") return (px - x) ** 2 + (py - y) ** 2 <= r * r;
  if (shape === "square") return Math.abs(px - x) <= r && Math.abs(py - y) <= r;
  return py <= y + r && Math.abs(px - x) * 2 <= py - (y - r);
}
