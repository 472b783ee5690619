import type { InputForm, InputValues } from "./input-form";
import { mediaInputs, readMedia, urlError } from "./media";

/** A picture: as a file when nothing else is sent, otherwise as base64 in JSON; an address goes as it is. */
export const imageForm: InputForm<InputValues["image"]> = {
  empty: { media: null },
  check({ media }) {
    if (!media) return "Add a picture first, or use the example.";
    return media.source === "url" ? urlError(media.url) : null;
  },
  write({ media }) {
    return { inputs: mediaInputs(media) };
  },
  file({ media }, task, parameters) {
    if (media?.source !== "file" || Object.keys(parameters).length > 0) return null;
    return task?.binaryContentTypes.includes(media.type) ? { blob: media.blob, contentType: media.type } : null;
  },
  read(inputs, parameters) {
    const media = readMedia(inputs, "image");
    return media && { value: media, parameters };
  },
};
