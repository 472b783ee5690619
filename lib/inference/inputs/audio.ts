import type { InputForm, InputValues } from "./input-form";
import { mediaInputs, readMedia, urlError } from "./media";

/** A recording: as a file, which carries no parameters; with parameters only an address can be sent. */
export const audioForm: InputForm<InputValues["audio"]> = {
  empty: { media: null },
  check({ media }, task, parameters) {
    if (!media) return "Add a recording first, or use the example.";
    if (media.source === "url") return urlError(media.url);
    if (Object.keys(parameters).length > 0) {
      return "A recording that is sent as a file carries no parameters. Clear them, or give a link to the recording.";
    }
    return task?.binaryContentTypes.includes(media.type)
      ? null
      : `The container does not take ${media.type || "this kind of file"}.`;
  },
  write({ media }) {
    return { inputs: media?.source === "url" ? mediaInputs(media) : "" };
  },
  file({ media }) {
    return media?.source === "file" ? { blob: media.blob, contentType: media.type } : null;
  },
  read(inputs, parameters) {
    const media = readMedia(inputs, "audio");
    return media && { value: media, parameters };
  },
};
