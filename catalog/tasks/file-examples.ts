/** A small file of `public/examples` to try a task with; `labels` are what a zero-shot model chooses between. */
export type FileExample = { label: string; file: string; contentType: string; source: string; labels?: string[] };

const OURS = "made for this console";
const PHOTO = "a CC0 photograph";

const CAT: FileExample = { label: "A cat", file: "cat.jpg", contentType: "image/jpeg", source: PHOTO };
const COFFEE: FileExample = { label: "A cup of coffee", file: "coffee.jpg", contentType: "image/jpeg", source: PHOTO };
const SHAPES: FileExample = { label: "Coloured shapes", file: "shapes.png", contentType: "image/png", source: OURS };
const DIGIT: FileExample = { label: "A written digit", file: "digit.png", contentType: "image/png", source: OURS };
const WORD: FileExample = { label: "One word", file: "spoken-word.wav", contentType: "audio/wave", source: OURS };
const WORDS: FileExample = { label: "A few words", file: "spoken-words.wav", contentType: "audio/wave", source: OURS };

const BY_TASK: Record<string, FileExample[]> = {
  "image-classification": [CAT, COFFEE, DIGIT],
  "image-segmentation": [CAT, COFFEE, SHAPES],
  "object-detection": [CAT, COFFEE, SHAPES],
  "zero-shot-image-classification": [
    { ...CAT, labels: ["cat", "dog", "bird"] },
    { ...COFFEE, labels: ["coffee", "tea", "soup"] },
  ],
  "audio-classification": [WORD, WORDS],
  "automatic-speech-recognition": [WORDS, WORD],
};

/** The files to try a task with. */
export function fileExamples(taskId: string): readonly FileExample[] {
  return BY_TASK[taskId] ?? [];
}
