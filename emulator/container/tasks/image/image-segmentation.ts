import type { RawImage } from "@huggingface/transformers";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { loadImage } from "./load-image.ts";

const PARAMETERS = ["subtask", "threshold", "mask_threshold", "overlap_mask_area_threshold", "timeout"];
/** Python's defaults, which differ from the JavaScript pipeline's. */
const DEFAULTS = { threshold: 0.9, mask_threshold: 0.5, overlap_mask_area_threshold: 0.5 };

type Segment = { score: number | null; label: string | null; mask: RawImage };

/** The parts of a picture, each with a mask: black and white, of the picture's size, a PNG in base64. */
export const imageSegmentation: TaskAdapter = {
  pipelineTask: "image-segmentation",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "ImageSegmentationPipeline._sanitize_parameters");
    const { timeout: _, ...asked } = parameters;
    const options = { ...DEFAULTS, ...asked };
    return eachInput(inputs, async (input) => {
      const segments = (await pipe(await loadImage(input), options)) as Segment[];
      return Promise.all(segments.map(async ({ score, label, mask }) => ({ score, label, mask: await toPng(mask) })));
    });
  },
};

async function toPng(mask: RawImage): Promise<string> {
  const png = await mask.toSharp().toColourspace("b-w").png().toBuffer();
  return png.toString("base64");
}
