import type { Media } from "@/lib/inference/inputs/input-form";
import { mediaFromFile } from "@/lib/inference/inputs/media";
import { CONTAINER_IMAGE_TYPES, imageTypeOf } from "@/lib/inference/media/content-types";

/** A drawing without a size of its own gets this many pixels on each side. */
const DEFAULT_SIZE = 512;

/**
 * A picked file as a picture that the container takes; any other that this browser can show becomes a PNG. Throws an
 * Error that says why when it can be neither.
 */
export async function prepareImage(file: Blob, name: string): Promise<Media> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const type = imageTypeOf(head, file.type);
  if (CONTAINER_IMAGE_TYPES.includes(type)) return mediaFromFile(file, name, type);
  const png = await toPng(new Blob([file], { type })).catch(() => null);
  if (!png) throw new Error(refusal(type));
  return mediaFromFile(png, `${name.replace(/\.\w+$/, "")}.png`, "image/png");
}

function refusal(type: string): string {
  const what = type ? `${type} files` : "this file";
  return `The container does not take ${what}, and this browser cannot read it. Save it as PNG or JPEG first.`;
}

async function toPng(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth || DEFAULT_SIZE;
    canvas.height = image.naturalHeight || DEFAULT_SIZE;
    const context = canvas.getContext("2d");
    // The container drops transparency, and what it would find below is black.
    if (context) context.fillStyle = "white";
    context?.fillRect(0, 0, canvas.width, canvas.height);
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What is drawn on a canvas as a PNG file. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png");
  });
}
