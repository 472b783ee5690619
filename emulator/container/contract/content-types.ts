/** The handler compares content types as whole strings: parameters such as a charset make one unknown. */
export const JSON_TYPE = "application/json";
export const CSV_TYPE = "text/csv";
export const NPY_TYPE = "application/x-npy";

export const IMAGE_TYPES = new Set(
  ["jpeg", "png", "tiff", "bmp", "gif", "webp", "x-image"].map((type) => `image/${type}`),
);

export const AUDIO_TYPES = new Set(["x-flac", "mpeg", "wave", "ogg", "x-audio"].map((type) => `audio/${type}`));

/** The base toolkit's words, kept with their indentation. */
export function unsupportedFormat(contentType: string | null): string {
  return `Content type ${contentType ?? "None"} is not supported by this framework.

            Please implement input_fn to to deserialize the request data or an output_fn to
            serialize the response. For more information, see the SageMaker Python SDK README.`;
}
