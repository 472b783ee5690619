import { z } from "zod";
import type { Question } from "../answer.ts";
import { parseJsonBody, unfit } from "../rust-server.ts";
import { isAtLeast, type TgiSettings } from "../server-spec.ts";

const u32 = z.int().min(0).max(4_294_967_295);
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** GenerateParameters: unknown names are ignored, as by serde. */
const Parameters = z.object({
  best_of: optional(u32),
  temperature: optional(z.number()),
  repetition_penalty: optional(z.number()),
  frequency_penalty: optional(z.number()),
  top_k: optional(z.int()),
  top_p: optional(z.number()),
  typical_p: optional(z.number()),
  do_sample: z.boolean().default(false),
  max_new_tokens: optional(u32),
  return_full_text: optional(z.boolean()),
  stop: z.array(z.string()).default([]),
  truncate: optional(u32),
  watermark: z.boolean().default(false),
  details: z.boolean().default(false),
  decoder_input_details: z.boolean().default(false),
  seed: optional(z.int().min(0)),
  top_n_tokens: optional(u32),
  grammar: optional(z.object({ type: z.string(), value: z.unknown() })),
});
export type TgiParameters = z.output<typeof Parameters>;

/** Without parameters TGI samples; with an empty object it does not. */
const Generate = z.object({
  inputs: z.string(),
  parameters: Parameters.default(() => ({ ...Parameters.parse({}), do_sample: true })),
  stream: z.boolean().default(false),
});
export type GenerateRequest = z.output<typeof Generate>;

const MessageContent = z.union([
  z.string(),
  z
    .array(z.object({ type: z.literal("text"), text: z.string() }))
    .transform((parts) => parts.map((part) => part.text).join("")),
]);

const Chat = z.object({
  messages: z.array(z.looseObject({ role: z.string(), content: MessageContent })),
  frequency_penalty: optional(z.number()),
  logprobs: optional(z.boolean()),
  top_logprobs: optional(u32),
  max_tokens: optional(u32),
  presence_penalty: optional(z.number()),
  stop: optional(z.array(z.string())),
  stream: z.boolean().default(false),
  stream_options: optional(z.object({ include_usage: z.boolean() })),
  seed: optional(z.int().min(0)),
  temperature: optional(z.number()),
  top_p: optional(z.number()),
  tools: optional(z.array(z.unknown())),
  response_format: optional(z.unknown()),
});
export type ChatRequest = z.output<typeof Chat>;

const Completion = z.object({
  prompt: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
  max_tokens: optional(u32),
  seed: optional(z.int().min(0)),
  temperature: optional(z.number()),
  top_p: optional(z.number()),
  stream: z.boolean().default(false),
  repetition_penalty: optional(z.number()),
  frequency_penalty: optional(z.number()),
  suffix: optional(z.string()),
  stop: optional(z.array(z.string())),
});
export type CompletionRequest = z.output<typeof Completion>;

export type TgiRequest =
  | { kind: "generate"; request: GenerateRequest }
  | { kind: "chat"; request: ChatRequest }
  | { kind: "completion"; request: CompletionRequest };

/** From this version on /invocations takes each kind of request by its shape. */
const ANY_SHAPE = [2, 4, 0] as const;

/** Reads a body of /invocations; throws what the web framework answers to one that does not fit. */
export function readTgiRequest(question: Question, settings: TgiSettings): TgiRequest {
  const data = parseJsonBody(question);
  if (isAtLeast(settings.version, ANY_SHAPE)) return byShape(data);
  if (settings.isChatOnly) return { kind: "chat", request: must(Chat, data) };
  return { kind: "generate", request: must(Generate, data) };
}

function byShape(data: unknown): TgiRequest {
  const generate = Generate.safeParse(data);
  if (generate.success) return { kind: "generate", request: generate.data };
  const chat = Chat.safeParse(data);
  if (chat.success) return { kind: "chat", request: chat.data };
  const completion = Completion.safeParse(data);
  if (completion.success) return { kind: "completion", request: completion.data };
  throw unfit("data did not match any variant of untagged enum SagemakerRequest");
}

function must<T extends z.ZodType>(type: T, data: unknown): z.output<T> {
  const read = type.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join(".") ?? "";
  const isMissing = issue?.code === "invalid_type" && !hasPath(data, issue.path);
  throw unfit(isMissing ? `missing field \`${path}\`` : `${path ? `${path}: ` : ""}invalid value`);
}

function hasPath(data: unknown, path: PropertyKey[]): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !(key in value)) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return true;
}
