import type { RawImage } from "@huggingface/transformers";
import type { Pipe } from "../../child/pipe.ts";
import { PredictionError } from "../../contract/prediction-error.ts";
import type { TaskAdapter } from "../adapter.ts";
import { eachInput } from "../each-input.ts";
import { refuseUnknown } from "../parameters.ts";
import { loadImage } from "./load-image.ts";

const PARAMETERS = ["subtask", "threshold", "mask_threshold", "overlap_mask_area_threshold", "timeout"];
/** Python's defaults, which differ from the JavaScript pipeline's. */
const DEFAULTS = { threshold: 0.9, mask_threshold: 0.5, overlap_mask_area_threshold: 0.5 };
/** In the order in which the pipeline tries what a model can do. */
const SUBTASKS = ["panoptic", "instance", "semantic"];

type Segment = { score: number | null; label: string | null; mask: RawImage };

/** The parts of a picture, each with a mask: black and white, of the picture's size, a PNG in base64. */
export const imageSegmentation: TaskAdapter = {
  pipelineTask: "image-segmentation",
  run({ pipe, inputs, parameters }) {
    refuseUnknown(parameters, PARAMETERS, "ImageSegmentationPipeline._sanitize_parameters");
    const { timeout: _, subtask, ...asked } = parameters;
    const options = { ...DEFAULTS, ...asked };
    return eachInput(inputs, async (input) => {
      const segments = await segment(only(pipe, subtask), await loadImage(input), options);
      return Promise.all(segments.map(async ({ score, label, mask }) => ({ score, label, mask: await toPng(mask) })));
    });
  },
};

async function segment(pipe: Pipe, image: RawImage, options: Record<string, unknown>): Promise<Segment[]> {
  return (await pipe(image, options)) as Segment[];
}

/** The pipeline with no other subtask than the one that was asked for: its own parameter for that is broken. */
function only(pipe: Pipe, subtask: unknown): Pipe {
  if (subtask === undefined || subtask === null) return pipe;
  const processor = pipe.processor.image_processor ?? {};
  if (!SUBTASKS.includes(String(subtask)) || !(functionOf(subtask) in processor)) {
    const [model = "the model"] = (pipe.model.config.architectures as string[] | undefined) ?? [];
    throw new PredictionError(`Subtask ${String(subtask)} is not supported for model ${model}`);
  }
  const others = SUBTASKS.filter((name) => name !== subtask).map(functionOf);
  const narrowed = new Proxy(processor, {
    has: (target, name) => !others.includes(String(name)) && name in target,
  });
  return withProcessor(pipe, narrowed);
}

function functionOf(subtask: unknown): string {
  return `post_process_${String(subtask)}_segmentation`;
}

/** Calls the pipeline with another image processor behind its processor. */
function withProcessor(pipe: Pipe, image_processor: Record<string, unknown>): Pipe {
  const processor = new Proxy(pipe.processor, {
    get: (target, name) => (name === "image_processor" ? image_processor : Reflect.get(target, name)),
  });
  const call = (pipe as unknown as { _call(...given: unknown[]): Promise<unknown> })._call;
  const self = new Proxy(pipe, {
    get: (target, name) => (name === "processor" ? processor : Reflect.get(target, name)),
  });
  return ((...given: unknown[]) => call.apply(self, given)) as Pipe;
}

async function toPng(mask: RawImage): Promise<string> {
  const png = await mask.toSharp().toColourspace("b-w").png().toBuffer();
  return png.toString("base64");
}
