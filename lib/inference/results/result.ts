import type { Task } from "@/catalog/tasks/schema";

import { parseJson, type ReadAnswer, type Row, readAsked } from "./answer";
import { type Boxes, readBoxes } from "./boxes";
import { type Entities, readEntities } from "./entities";
import { type FilledMasks, readFilledMasks } from "./filled-masks";
import { type Chat, type Generated, readConversation, readGenerated } from "./generated";
import { type Labels, readAudioLabels, readImageLabels, readLabels, readZeroShot } from "./labels";
import { type QuestionAnswers, readQuestionAnswers } from "./question-answers";
import { type Rewritten, readSummaries, readTranslations } from "./rewritten";
import { readSegments, type Segments } from "./segments";
import { readTableAnswer, type TableAnswer } from "./table-answer";
import { readTranscript, type Transcript } from "./transcript";
import { readVectors, type Vectors } from "./vectors";

/** The answer to one input, in the shape that it is drawn in. */
export type Drawing =
  | Labels
  | Entities
  | FilledMasks
  | QuestionAnswers
  | TableAnswer
  | Vectors
  | Rewritten
  | Generated
  | Chat
  | Boxes
  | Segments
  | Transcript;

/** A row for each input; `other` is drawn as JSON. */
export type Result = { kind: "drawn"; rows: Row<Drawing>[] } | { kind: "other"; text: string };

/** By task, second names left out. */
const READERS: Record<string, ReadAnswer<Drawing>> = {
  "text-classification": readLabels,
  "token-classification": readEntities,
  "question-answering": readQuestionAnswers,
  "zero-shot-classification": readZeroShot,
  "table-question-answering": readTableAnswer,
  "fill-mask": readFilledMasks,
  "feature-extraction": readVectors,
  summarization: readSummaries,
  translation_xx_to_yy: readTranslations,
  "text2text-generation": readGenerated,
  "text-generation": readGenerated,
  conversational: readConversation,
  "image-classification": readImageLabels,
  "image-segmentation": readSegments,
  "object-detection": readBoxes,
  "zero-shot-image-classification": readImageLabels,
  "audio-classification": readAudioLabels,
  "automatic-speech-recognition": readTranscript,
};

/** Reads a container's answer by its task; what does not have the task's shape is `other`, never an error. */
export function readResult(task: Task | null, request: Parameters<typeof readAsked>[0], answer: string): Result {
  const value = parseJson(answer);
  const read = READERS[task?.aliasOf ?? task?.id ?? ""];
  const rows = read?.(value, readAsked(request)) ?? null;
  return rows && rows.length > 0 ? { kind: "drawn", rows } : { kind: "other", text: answer };
}
