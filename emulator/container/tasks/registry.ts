import type { TaskAdapter } from "./adapter.ts";
import { audioClassification } from "./audio/audio-classification.ts";
import { speechRecognition } from "./audio/speech-recognition.ts";
import { imageClassification } from "./image/image-classification.ts";
import { imageSegmentation } from "./image/image-segmentation.ts";
import { objectDetection } from "./image/object-detection.ts";
import { zeroShotImageClassification } from "./image/zero-shot-image-classification.ts";
import { tableQuestionAnswering } from "./table/table-question-answering.ts";
import { conversational } from "./text/conversational.ts";
import { featureExtraction } from "./text/feature-extraction.ts";
import { fillMask } from "./text/fill-mask.ts";
import { questionAnswering } from "./text/question-answering.ts";
import { textClassification } from "./text/text-classification.ts";
import { textGeneration } from "./text/text-generation.ts";
import { summarization, text2textGeneration, translation } from "./text/text-to-text.ts";
import { tokenClassification } from "./text/token-classification.ts";
import { zeroShotClassification } from "./text/zero-shot-classification.ts";
import { unknownTask } from "./unknown-task.ts";

const ADAPTERS: Record<string, TaskAdapter> = {
  // As the Hugging Face reference page spells it.
  "audio-classificatin": audioClassification,
  "audio-classification": audioClassification,
  "automatic-speech-recognition": speechRecognition,
  conversational,
  "feature-extraction": featureExtraction,
  "fill-mask": fillMask,
  "image-classification": imageClassification,
  "image-segmentation": imageSegmentation,
  ner: tokenClassification,
  "object-detection": objectDetection,
  "question-answering": questionAnswering,
  "sentiment-analysis": textClassification,
  summarization,
  "table-question-answering": tableQuestionAnswering,
  "text-classification": textClassification,
  "text-generation": textGeneration,
  "text2text-generation": text2textGeneration,
  "token-classification": tokenClassification,
  translation,
  "zero-shot-classification": zeroShotClassification,
  "zero-shot-image-classification": zeroShotImageClassification,
};

/** The adapter of an HF_TASK; an unknown one fails as transformers' `check_task` does. */
export function findAdapter(task: string): TaskAdapter {
  const name = /^translation_\w+_to_\w+$/.test(task) ? "translation" : task;
  const adapter = Object.hasOwn(ADAPTERS, name) ? ADAPTERS[name] : undefined;
  if (adapter) return adapter;
  throw unknownTask(task);
}
