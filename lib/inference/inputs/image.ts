import type { InputForm, InputValues } from "./input-form";
import { readMedia } from "./media";

/** A picture: as the raw body when nothing else is sent, otherwise as base64 in JSON; an address goes as it is. */
export const imageForm: InputForm<InputValues["image"]> = {
  empty: { media: null },
  write({ media }, task, parameters) {
    if (!media) return { ok: false, reason: "Add a picture first, or use the example." };
    if (media.source === "url") return { ok: true, inputs: media.url };
    const isRaw = Object.keys(parameters).length === 0 && task?.binaryContentTypes.includes(media.type);
    return isRaw ? { ok: true, file: media.blob, contentType: media.type } : { ok: true, inputs: media.base64 };
  },
  read(inputs, parameters) {
    const media = readMedia(inputs, "image");
    return media ? { value: { media }, parameters } : null;
  },
};
