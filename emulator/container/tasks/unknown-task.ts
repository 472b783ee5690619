import { taskById } from "@/catalog/tasks/select.ts";

/** Every task of transformers, in the order in which its error lists them. */
const TASKS = [
  "audio-classification",
  "automatic-speech-recognition",
  "depth-estimation",
  "document-question-answering",
  "feature-extraction",
  "fill-mask",
  "image-classification",
  "image-feature-extraction",
  "image-segmentation",
  "image-text-to-text",
  "image-to-image",
  "image-to-text",
  "mask-generation",
  "ner",
  "object-detection",
  "question-answering",
  "sentiment-analysis",
  "summarization",
  "table-question-answering",
  "text-classification",
  "text-generation",
  "text-to-audio",
  "text-to-speech",
  "text2text-generation",
  "token-classification",
  "translation",
  "video-classification",
  "visual-question-answering",
  "vqa",
  "zero-shot-audio-classification",
  "zero-shot-classification",
  "zero-shot-image-classification",
  "zero-shot-object-detection",
];

/** The error of transformers' `check_task`, or, for a task that only real containers can do, the emulator's own. */
export function unknownTask(task: string): Error {
  if (TASKS.includes(task)) {
    return new Error(`The emulator cannot run ${task}: it has no adapter for this pipeline. It runs on AWS.`);
  }
  const known = [...TASKS, "translation_XX_to_YY"].map((each) => `'${each}'`);
  return new Error(`"Unknown task ${task}, available tasks are [${known.join(", ")}]"`);
}

/** Fails for a task that has left transformers before the version in the image's tag; without one it is the newest. */
export function checkTaskOfImage(task: string, image: string): void {
  const newest = taskById(task)?.maxTransformersVersion ?? null;
  if (newest === null) return;
  const version = /transformers(\d+\.\d+)/.exec(image)?.[1];
  if (!version || isAfter(version, newest)) throw unknownTask(task);
}

function isAfter(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}
