import type { BundledModel } from "./schema.ts";
import { SHAPES_PICTURE } from "./shapes-picture.ts";

/** In the order in which a newcomer should meet them. */
export const BUNDLED_MODELS: BundledModel[] = [
  {
    id: "afinn-sentiment",
    label: "AFINN sentiment",
    task: "text-classification",
    description: "Says whether an English sentence is positive or negative.",
    example: { kind: "json", body: { inputs: "I love this movie, the story is wonderful." } },
    sizeBytes: 179_111,
  },
  {
    id: "tiny-ner",
    label: "Tiny NER",
    task: "token-classification",
    description: "Marks people, organisations and places in an English sentence.",
    example: { kind: "json", body: { inputs: "My name is Sylvain and I work at Hugging Face in Brooklyn." } },
    sizeBytes: 644_502,
  },
  {
    id: "tiny-qa",
    label: "Tiny question answering",
    task: "question-answering",
    description: "Finds the words of a short English text that answer a question.",
    example: {
      kind: "json",
      body: {
        inputs: {
          question: "What is used for inference?",
          context: "My Name is Philipp and I live in Nuremberg. This model is used with sagemaker for inference.",
        },
      },
    },
    sizeBytes: 872_697,
  },
  {
    id: "tiny-fill-mask",
    label: "Tiny fill-mask",
    task: "fill-mask",
    description: "Guesses the masked word of a simple English sentence.",
    example: { kind: "json", body: { inputs: "Paris is the [MASK] of France." } },
    sizeBytes: 793_312,
  },
  {
    id: "tiny-nli",
    label: "Tiny zero-shot",
    task: "zero-shot-classification",
    description: "Says which of your labels suits a text best, if they name everyday topics.",
    example: {
      kind: "json",
      body: {
        inputs:
          "Hi, I recently bought a device from your company but it is not working as advertised and I would like to get reimbursed!",
        parameters: { candidate_labels: ["refund", "legal", "faq"] },
      },
    },
    sizeBytes: 433_111,
  },
  {
    id: "tiny-embeddings",
    label: "Tiny embeddings",
    task: "feature-extraction",
    description: "Turns an English text into vectors that are near to those of texts on the same topic.",
    example: { kind: "json", body: { inputs: "What is the best book." } },
    sizeBytes: 502_399,
  },
  {
    id: "tiny-stories-lm",
    label: "Tiny stories",
    task: "text-generation",
    description: "Continues a short children's story.",
    example: { kind: "json", body: { inputs: "once upon a time", parameters: { max_new_tokens: 60 } } },
    sizeBytes: 1_147_735,
  },
  {
    id: "tiny-chat",
    label: "Tiny chat",
    task: "text-generation",
    description: "Chats in English: small talk, a few facts, sums, your name and what the system message says.",
    example: { kind: "json", body: { inputs: [{ role: "user", content: "Hello, my name is Sarah!" }] } },
    sizeBytes: 1_177_930,
  },
  {
    id: "tiny-en-fr",
    label: "Tiny English to French",
    task: "translation",
    description: "Translates simple English sentences to French.",
    example: { kind: "json", body: { inputs: "My name is Anna and I live in London." } },
    sizeBytes: 1_510_115,
  },
  {
    id: "table-rules",
    label: "Table rules",
    task: "table-question-answering",
    description: "Answers simple questions about a table by rules. It is not a trained model.",
    example: {
      kind: "json",
      body: {
        inputs: {
          query: "How many stars does the transformers repository have?",
          table: {
            Repository: ["Transformers", "Datasets", "Tokenizers"],
            Stars: ["36542", "4512", "3934"],
            Contributors: ["651", "77", "34"],
            "Programming language": ["Python", "Python", "Rust, Python and NodeJS"],
          },
        },
      },
    },
    sizeBytes: 30,
  },
  {
    id: "tiny-summarizer",
    label: "Tiny summarizer",
    task: "summarization",
    description: "Sums up a short e-mail, order or piece of news in one English sentence.",
    example: {
      kind: "json",
      body: {
        inputs:
          "Hello Sarah, thank you for your order 48213. We sent 2 lamps today. It will arrive on Friday. Thank you for your patience.",
      },
    },
    sizeBytes: 1_634_858,
  },
  {
    id: "tiny-text2text",
    label: "Tiny text to text",
    task: "text2text-generation",
    description: "Follows four instructions: answer a question from a context, make plural, make polite, negate.",
    example: {
      kind: "json",
      body: { inputs: "question: Where does Anna live? context: Anna lives in Berlin. The shop closes at 18." },
    },
    sizeBytes: 1_417_680,
  },
  {
    id: "tiny-digits",
    label: "Handwritten digits",
    task: "image-classification",
    description: "Reads one handwritten digit, white on black.",
    example: { kind: "file", file: "digit.png", contentType: "image/png" },
    sizeBytes: 425_596,
  },
  {
    id: "tiny-shapes-detector",
    label: "Shapes detector",
    task: "object-detection",
    description: "Finds red, green and blue circles, squares and triangles in a picture.",
    example: { kind: "file", file: "shapes.png", contentType: "image/png" },
    sizeBytes: 437_708,
  },
  {
    id: "tiny-shapes-segmenter",
    label: "Shapes segmenter",
    task: "image-segmentation",
    description: "Paints the pixels of red, green and blue circles, squares and triangles.",
    example: { kind: "file", file: "shapes.png", contentType: "image/png" },
    sizeBytes: 542_796,
  },
  {
    id: "tiny-clip",
    label: "Tiny CLIP",
    task: "zero-shot-image-classification",
    description:
      "Says which of your own labels fits a picture of coloured shapes, such as “red circle” or “small thing”.",
    example: {
      kind: "json",
      body: { inputs: SHAPES_PICTURE, parameters: { candidate_labels: ["red circle", "yellow star", "green square"] } },
    },
    sizeBytes: 416441,
  },
  {
    id: "tiny-spoken-words",
    label: "Spoken words",
    task: "audio-classification",
    description: "Recognises one spoken word out of fourteen: the digits, yes, no, stop and go.",
    example: { kind: "file", file: "spoken-word.wav", contentType: "audio/wave" },
    sizeBytes: 519_235,
  },
  {
    id: "tiny-words-asr",
    label: "Spoken words to text",
    task: "automatic-speech-recognition",
    description: "Writes down short sequences of the digits, yes, no, stop and go.",
    example: { kind: "file", file: "spoken-words.wav", contentType: "audio/wave" },
    sizeBytes: 522_426,
  },
];
