import type { TrainingSample } from "@/catalog/samples/schema";
import { Callout } from "@/components/ui/callout";

/** What is different about a form that a sample filled. */
export function SampleNote({ sample }: { sample: TrainingSample }) {
  return (
    <Callout title={`Filled in with the sample: ${sample.title.toLowerCase()}`} className="mb-5 max-w-[45rem]">
      Its script and data are put at the addresses below when the job is created. On AWS, add the hyperparameter{" "}
      <code className="font-mono text-sm">inference_code</code> (boolean, true): a real inference container has no
      runtime for the model's ONNX weights, and then takes the script's own inference code.
    </Callout>
  );
}
