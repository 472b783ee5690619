"use client";

import { useEffect, useState } from "react";

import type { ImageSegment } from "@/lib/inference/results/segments";

/** Enough to tell what lies below a pointer, little enough for many masks. */
const MAX_SIDE = 256;

/** Where a mask is white, in a small copy of it. `centre` in shares of the picture's width and height. */
export type Mask = {
  width: number;
  height: number;
  isSet: Uint8Array;
  share: number;
  centre: { x: number; y: number };
};

/** The masks of segments, decoded; `undefined` until it is, null for one that is no picture. */
export function useMasks(segments: readonly ImageSegment[]): readonly (Mask | null | undefined)[] {
  const [masks, setMasks] = useState<readonly (Mask | null)[]>([]);

  useEffect(() => {
    let isGone = false;
    void Promise.all(segments.map((segment) => decode(segment.mask))).then((decoded) => {
      if (!isGone) setMasks(decoded);
    });
    return () => {
      isGone = true;
    };
  }, [segments]);

  return masks;
}

/** A mask as a picture's address. */
export function maskUrl(mask: string): string {
  return `data:image/png;base64,${mask}`;
}

async function decode(mask: string): Promise<Mask | null> {
  const image = new Image();
  image.src = maskUrl(mask);
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = Math.min(1, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(image, 0, 0, width, height);
  return measure(context.getImageData(0, 0, width, height).data, width, height);
}

function measure(pixels: Uint8ClampedArray, width: number, height: number): Mask {
  const isSet = new Uint8Array(width * height);
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let at = 0; at < isSet.length; at += 1) {
    if ((pixels[at * 4] ?? 0) < 128) continue;
    isSet[at] = 1;
    count += 1;
    sumX += at % width;
    sumY += Math.floor(at / width);
  }
  const centre = count === 0 ? { x: 0.5, y: 0.5 } : { x: sumX / count / width, y: sumY / count / height };
  return { width, height, isSet, share: count / isSet.length, centre };
}
