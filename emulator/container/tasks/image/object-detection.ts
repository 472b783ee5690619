import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { loadImage } from "./load-image.ts";

/** Python's default; the JavaScript pipeline's own is 0.9. */
const THRESHOLD = 0.5;

/** Things in a picture with their boxes in pixels. */
export const objectDetection: TaskAdapter = {
  pipelineTask: "object-detection",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, ["threshold", "timeout"], "ObjectDetectionPipeline._sanitize_parameters");
    const threshold = typeof parameters.threshold === "number" ? parameters.threshold : THRESHOLD;
    return eachInput(inputs, async (input) => pipe(await loadImage(input), { threshold }));
  },
};
