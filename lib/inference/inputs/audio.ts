import type { InputForm, InputValues } from "./input-form";
import { readMedia } from "./media";

/** A recording: the raw body, which carries no parameters; with parameters only an address can be sent. */
export const audioForm: InputForm<InputValues["audio"]> = {
  empty: { media: null },
  write({ media }, task, parameters) {
    if (!media) return { ok: false, reason: "Add a recording first, or use the example." };
    if (media.source === "url") return { ok: true, inputs: media.url };
    if (Object.keys(parameters).length > 0) {
      return { ok: false, reason: "A recording as a file carries no parameters. Clear them, or give an address." };
    }
    if (!task?.binaryContentTypes.includes(media.type)) {
      return { ok: false, reason: `The container does not take ${media.type || "this kind of file"}.` };
    }
    return { ok: true, file: media.blob, contentType: media.type };
  },
  read(inputs, parameters) {
    const media = readMedia(inputs, "audio");
    return media ? { value: { media }, parameters } : null;
  },
};
