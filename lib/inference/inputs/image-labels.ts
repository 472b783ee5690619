import type { InputForm, InputValues } from "./input-form";
import { splitLabels } from "./labels";
import { readMedia } from "./media";

/** A picture and the labels to choose between. The labels are a parameter, so the picture never is the raw body. */
export const imageLabelsForm: InputForm<InputValues["image-labels"]> = {
  empty: { media: null, labels: [] },
  write({ media, labels }) {
    if (!media) return { ok: false, reason: "Add a picture first, or use the example." };
    if (labels.length === 0) return { ok: false, reason: "Add at least one label." };
    return {
      ok: true,
      inputs: media.source === "url" ? media.url : media.base64,
      parameters: { candidate_labels: labels },
    };
  },
  read(inputs, parameters) {
    const split = splitLabels(parameters);
    const media = readMedia(inputs, "image");
    if (!media || !split) return null;
    return { value: { media, labels: split.labels }, parameters: split.others };
  },
};
