import { readFileSync } from "node:fs";
import { BUNDLED_MODELS } from "@/catalog/bundled-models/data.ts";
import type { BundledModel } from "@/catalog/bundled-models/schema.ts";
import { bundledModelId } from "@/catalog/bundled-models/select.ts";
import type { Task } from "@/catalog/tasks/schema.ts";
import { parameterTrials } from "./parameter-values.ts";

/** A request to a bundled model, and which form of the task's answer it must have. */
export type Case = {
  name: string;
  model: BundledModel;
  contentType: string;
  body: Buffer;
  form: "single" | "batch";
};

/** Where the test serves the files of public/examples, as an address that a container can reach. */
export type Files = { url(file: string): string };

/** What a tiny model cannot be asked, with the reason; the test checks that it is refused in these words. */
export const REFUSED: Record<string, RegExp> = {
  'image-segmentation {"subtask":"panoptic"}': /^Subtask panoptic is not supported for model/,
  'image-segmentation {"subtask":"instance"}': /^Subtask instance is not supported for model/,
  'automatic-speech-recognition {"return_timestamps":true}': /^CTC can either predict character level timestamps/,
};

/** Models for tasks that are another one's, or another model's, work. */
const MODEL_TASK: Record<string, string> = {
  "sentiment-analysis": "text-classification",
  translation_xx_to_yy: "translation",
};

/** The models that are asked, the first of its task, and the chat model for what needs one. */
export function modelsOf(task: Task): { plain: BundledModel | undefined; chat: BundledModel | undefined } {
  const chat = BUNDLED_MODELS.find(({ id }) => id === "tiny-chat");
  if (task.id === "conversational") return { plain: chat, chat };
  return { plain: BUNDLED_MODELS.find((model) => model.task === (MODEL_TASK[task.id] ?? task.id)), chat };
}

/** The environment by which a model is deployed for a task. */
export function environmentOf(task: Task, model: BundledModel): Record<string, string> {
  return {
    HF_MODEL_ID: bundledModelId(model),
    HF_TASK: task.id === "translation_xx_to_yy" ? "translation_en_to_fr" : task.id,
  };
}

/** Every example, every parameter and every list form of a task. */
export function casesOf(task: Task, files: Files): Case[] {
  const { plain, chat } = modelsOf(task);
  if (!plain) return [];
  const json = (name: string, body: unknown, form: Case["form"], model = plain): Case => ({
    ...{ name: `${task.id} ${name}`, model, contentType: "application/json", form },
    body: Buffer.from(JSON.stringify(body)),
  });
  const examples = task.examples.map((example): Case => {
    const name = `example ${example.label}`;
    if (example.body === null) return binary(`${task.id} ${name}`, plain, example.contentType);
    const { inputs, ...others } = example.body as Record<string, unknown>;
    const isChat = task.acceptsChat && Array.isArray(inputs);
    const isBatch = Array.isArray(inputs) && !isChat;
    // The catalogue's address leads nowhere; the model's own picture is asked about instead.
    const reachable = task.inputKind === "image-labels" ? jsonInputs(task, plain, files) : inputs;
    return json(name, { ...others, inputs: reachable }, isBatch ? "batch" : "single", isChat ? chat : plain);
  });
  const inputs = jsonInputs(task, plain, files);
  const trials = parameterTrials(task);
  const required = trials[0] && task.parameters.some(({ isRequired }) => isRequired) ? { parameters: trials[0] } : {};
  return [
    ...examples,
    ...(task.inputKind === "image" || task.inputKind === "audio" ? binaryTypes(task, plain) : []),
    ...trials.map((parameters) => json(JSON.stringify(parameters), { inputs, parameters }, "single")),
    ...(task.id === "conversational" ? [] : [json("list", { inputs: [inputs, inputs], ...required }, "batch")]),
  ];
}

/** One input as JSON carries it: what the model's own example gives, pictures in base64, sound by its address. */
function jsonInputs(task: Task, { example }: BundledModel, files: Files): unknown {
  if (task.id === "conversational") return (task.examples[0]?.body as Record<string, unknown>).inputs;
  if (example.kind === "json") return example.body.inputs;
  if (task.inputKind === "audio") return files.url(example.file);
  return readFileSync(`public/examples/${example.file}`).toString("base64");
}

/** The model's file under every content type of its kind: what it is, the container finds out itself. */
function binaryTypes(task: Task, model: BundledModel): Case[] {
  return task.binaryContentTypes.map((contentType) => binary(`${task.id} ${contentType}`, model, contentType));
}

function binary(name: string, model: BundledModel, contentType: string): Case {
  const file = model.example.kind === "file" ? model.example.file : "";
  return { name, model, contentType, body: readFileSync(`public/examples/${file}`), form: "single" };
}
