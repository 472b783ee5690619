import { z } from "zod";

const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);
const stopTexts = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .nullish()
  .transform((value) => (value ?? []).filter((text) => text !== ""));

/** What both kinds of request share; unknown members are ignored, as by both servers. */
const common = {
  model: optional(z.string()),
  n: optional(z.int()),
  temperature: optional(z.number()),
  top_p: optional(z.number()),
  top_k: optional(z.int()),
  min_p: optional(z.number()),
  repetition_penalty: optional(z.number()),
  frequency_penalty: optional(z.number()),
  presence_penalty: optional(z.number()),
  logit_bias: optional(z.record(z.string(), z.number())),
  seed: optional(z.int()),
  stop: stopTexts,
  stream: optional(z.boolean()).transform((value) => value ?? false),
  stream_options: optional(
    z.object({ include_usage: optional(z.boolean()), continuous_usage_stats: optional(z.boolean()) }),
  ),
  ignore_eos: optional(z.boolean()).transform((value) => value ?? false),
  min_tokens: optional(z.int()),
  include_stop_str_in_output: optional(z.boolean()).transform((value) => value ?? false),
};

const Content = z.union([
  z.string(),
  z.null().transform(() => ""),
  z
    .array(z.object({ type: z.literal("text"), text: z.string() }))
    .transform((parts) => parts.map((part) => part.text).join("\n")),
]);

export const ChatRequest = z.object({
  ...common,
  messages: z.array(z.looseObject({ role: z.string(), content: Content })),
  max_tokens: optional(z.int()),
  max_completion_tokens: optional(z.int()),
  logprobs: optional(z.boolean()),
  top_logprobs: optional(z.int()),
  chat_template_kwargs: optional(z.record(z.string(), z.unknown())),
  add_generation_prompt: optional(z.boolean()).transform((value) => value ?? true),
});
export type ChatRequest = z.output<typeof ChatRequest>;

export const CompletionRequest = z.object({
  ...common,
  prompt: z.union([
    z.string().transform((text): (string | number[])[] => [text]),
    z
      .array(z.int())
      .min(1)
      .transform((ids): (string | number[])[] => [ids]),
    z.array(z.union([z.string(), z.array(z.int())])).min(1),
  ]),
  max_tokens: optional(z.int()).transform((value) => value ?? 16),
  logprobs: optional(z.int()),
  echo: optional(z.boolean()).transform((value) => value ?? false),
});
export type CompletionRequest = z.output<typeof CompletionRequest>;
