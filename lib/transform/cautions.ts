import { parseImageUri } from "@/catalog/containers/image-uri";
import { instanceTypeById } from "@/catalog/instance-types/select";
import type { TransformFormValues } from "./schema";

/** What is seldom meant, in sentences. Nothing here keeps a job from being created. */
export function transformCautions(values: TransformFormValues): string[] {
  const { contentType, accept, splitType, strategy, assembleWith, isJoined } = values;
  const isJson = contentType.startsWith("application/json");
  const found: (string | false)[] = [
    splitType === "Line" &&
      assembleWith === "None" &&
      "Without “Line” the answers are glued together with nothing between them: [..][..]. Most readers of JSON lines fail on that.",
    splitType === "Line" &&
      /^(image|audio|video)\/|octet-stream|x-npy/.test(contentType) &&
      "Pictures, sounds and arrays are binary: splitting them at line breaks destroys them. Choose “Whole file”.",
    splitType === "Line" &&
      strategy === "MultiRecord" &&
      isJson &&
      "Several JSON lines in one request are no JSON: the Hugging Face container refuses them. Choose one record per request.",
    contentType === "text/csv" &&
      splitType === "Line" &&
      strategy === "SingleRecord" &&
      "The Hugging Face container wants a header line (inputs) in each request of CSV. Line by line only the first has it: send many records per request, or the whole file.",
    splitType === "None" &&
      assembleWith === "Line" &&
      "With whole files there is one answer: it only gets a line break at its end.",
    isJoined &&
      accept !== "" &&
      formatOf(accept) !== formatOf(contentType) &&
      "Joining needs records and answers of one format: SageMaker refuses a join across them.",
    (isJoined || values.inputFilter !== "" || values.outputFilter !== "") &&
      formatOf(contentType) === null &&
      "SageMaker filters and joins CSV and JSON only.",
    isJoined &&
      splitType === "Line" &&
      assembleWith === "None" &&
      "A join by lines needs its answers assembled by lines too.",
    misfit(values.image, values.instanceType),
    Number(values.instanceCount) > 1 &&
      values.inputType === "S3Prefix" &&
      !values.inputUri.endsWith("/") &&
      /\.\w+$/.test(values.inputUri) &&
      "Instances share files, not records: over one file only one of them works.",
  ];
  return found.filter((text) => text !== false);
}

function misfit(image: string, instanceType: string): string | false {
  const parsed = parseImageUri(image);
  const instance = instanceTypeById(instanceType);
  if (!parsed.ok || !instance) return false;
  const { device } = parsed.container;
  if (device === "gpu" && instance.deviceClass === "cpu") {
    return "The image is built for GPUs and the instance has none: it runs on the CPU, slowly, if at all.";
  }
  return device === "cpu" && instance.deviceClass === "gpu" && "The image does not use the instance's GPU.";
}

function formatOf(contentType: string): "csv" | "json" | null {
  if (contentType.startsWith("text/csv")) return "csv";
  return /^application\/json(lines)?/.test(contentType) ? "json" : null;
}
