import { RawImage } from "@huggingface/transformers";
import { decode as decodeBmp } from "bmp-ts";
import { BinaryInput } from "../../contract/decode.ts";
import { PredictionError } from "../../contract/prediction-error.ts";

/** A picture from a binary body, an http(s) address, a data URL or base64, in RGB as PIL makes it. */
export async function loadImage(input: unknown): Promise<RawImage> {
  if (input instanceof BinaryInput) return decode(input.bytes, "the request body");
  if (typeof input !== "string") {
    throw new PredictionError(
      "Incorrect format used for image. Should be an url linking to an image, a base64 string, a local path, or a PIL image.",
    );
  }
  if (/^https?:\/\//.test(input)) return (await RawImage.fromURL(input)).rgb();
  return decode(Buffer.from(input.replace(/^data:image\/[^,]*,/, ""), "base64"), input.slice(0, 40));
}

async function decode(bytes: Buffer, what: string): Promise<RawImage> {
  try {
    // The library's decoder knows all of the toolkit's image types but this one.
    if (bytes.toString("latin1", 0, 2) === "BM") return readBmp(bytes);
    return (await RawImage.fromBlob(new Blob([new Uint8Array(bytes)]))).rgb();
  } catch (cause) {
    if (what === "the request body") throw new PredictionError("cannot identify image file <_io.BytesIO object>");
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PredictionError(
      `Incorrect image source. Must be a valid URL starting with \`http://\` or \`https://\`, a valid path to an image file, or a base64 encoded string. Got ${what}. Failed with ${reason}`,
    );
  }
}

function readBmp(bytes: Buffer): RawImage {
  const { data, width, height } = decodeBmp(bytes, { toRGBA: true });
  return new RawImage(new Uint8ClampedArray(data), width, height, 4).rgb();
}
