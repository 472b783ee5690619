import { imageForm } from "./image";
import type { InputForm, InputValues } from "./input-form";
import { splitLabels } from "./labels";
import { mediaInputs, readMedia } from "./media";

/** A picture and the labels to choose between. The labels are a parameter, so the picture never goes as a file. */
export const imageLabelsForm: InputForm<InputValues["image-labels"]> = {
  empty: { media: null, labels: [] },
  check({ media, labels }, task, parameters) {
    return imageForm.check({ media }, task, parameters) ?? (labels.length === 0 ? "Add at least one label." : null);
  },
  write({ media, labels }) {
    return { inputs: mediaInputs(media), parameters: { candidate_labels: labels } };
  },
  read(inputs, parameters) {
    const split = splitLabels(parameters);
    const read = readMedia(inputs, "image");
    return read && split && { value: { ...read, labels: split.labels }, parameters: split.others };
  },
};
