import type { Pipe } from "../../child/pipe.ts";
import { type GeneratedToken, type GenerationRequest, generate } from "../../generation/generate.ts";
import { readPrompt, renderChat } from "../../generation/prompt.ts";
import { type Answer, jsonAnswer, openReply, type Serving } from "../answer.ts";
import type { OpenAiSettings } from "../server-spec.ts";
import type { Dialect } from "./dialect.ts";
import { event, type Head, headOf, usageOf } from "./envelope.ts";
import { finishReason, ofChoice, openWindow, readGeneration, shownText } from "./generation.ts";
import type { ChatRequest } from "./request.ts";

/** OpenAI's chat completions, whole or as a stream that ends with `[DONE]`. */
export async function answerChat(
  pipe: Pipe,
  dialect: Dialect,
  settings: OpenAiSettings,
  request: ChatRequest,
  serving: Serving,
): Promise<Answer> {
  const generation = readChat(pipe, dialect, settings, request);
  const head = headOf(dialect.id("chat"), request.model ?? settings.servedName);
  return request.stream
    ? stream(pipe, dialect, request, generation, head, serving)
    : jsonAnswer(200, await whole(pipe, dialect, request, generation, head, serving));
}

function readChat(pipe: Pipe, dialect: Dialect, settings: OpenAiSettings, request: ChatRequest): GenerationRequest {
  const { messages, chat_template_kwargs, add_generation_prompt } = request;
  let text: string;
  try {
    text = renderChat(pipe, messages, { ...chat_template_kwargs, add_generation_prompt });
  } catch (cause) {
    throw dialect.refusal(400, cause instanceof Error ? cause.message : String(cause));
  }
  const maxTokens = request.max_completion_tokens ?? request.max_tokens;
  const topTokens = request.logprobs ? (request.top_logprobs ?? 0) : 0;
  return readGeneration(pipe, dialect, settings, readPrompt(pipe, text, true), request, { maxTokens, topTokens });
}

async function whole(
  pipe: Pipe,
  dialect: Dialect,
  request: ChatRequest,
  generation: GenerationRequest,
  head: Head,
  { run }: Serving,
) {
  const choices = [];
  let written = 0;
  for (let index = 0; index < (request.n ?? 1); index += 1) {
    const { text, tokens, finish } = await generate(pipe, ofChoice(generation, index), run);
    written += tokens.length;
    const content = shownText(text, finish, request.include_stop_str_in_output);
    choices.push({
      index,
      message: { role: "assistant", content, ...dialect.messageExtras },
      logprobs: logprobsOf(pipe, request, tokens),
      finish_reason: finishReason(finish),
      ...dialect.choiceExtras(finish),
    });
  }
  const usage = { ...usageOf(generation.prompt, written), ...dialect.usageExtras };
  return { ...head, object: "chat.completion", choices, usage, ...dialect.answerExtras };
}

async function stream(
  pipe: Pipe,
  dialect: Dialect,
  request: ChatRequest,
  generation: GenerationRequest,
  head: Head,
  serving: Serving,
): Promise<Answer> {
  const reply = openReply(serving, dialect.events);
  const chunk = (choices: unknown[], more: Record<string, unknown> = {}): void =>
    reply.write(event({ ...head, object: "chat.completion.chunk", choices, ...more }));
  let written = 0;
  for (let index = 0; index < (request.n ?? 1); index += 1) {
    const first = { role: "assistant", content: "" };
    chunk([{ index, delta: first, logprobs: null, finish_reason: null }]);
    const window = openWindow(request.stop, request.include_stop_str_in_output);
    await generate(pipe, ofChoice(generation, index), serving.run, (token, text, finish) => {
      written += 1;
      const content = window.next(text, finish);
      const logprobs = logprobsOf(pipe, request, [token]);
      if (!finish && content === "" && !logprobs) return;
      const end = finish ? dialect.choiceExtras(finish) : {};
      const continuous = request.stream_options?.continuous_usage_stats
        ? { usage: usageOf(generation.prompt, written) }
        : {};
      chunk(
        [{ index, delta: { content }, logprobs, finish_reason: finish && finishReason(finish), ...end }],
        continuous,
      );
    });
  }
  if (request.stream_options?.include_usage) chunk([], { usage: usageOf(generation.prompt, written) });
  reply.write(event("[DONE]"));
  return reply.end();
}

function logprobsOf(pipe: Pipe, { logprobs }: ChatRequest, tokens: GeneratedToken[]) {
  if (!logprobs) return null;
  const text = (id: number): string => pipe.tokenizer.decode([id], { skip_special_tokens: false });
  const named = (token: string, logprob: number) => ({ token, logprob, bytes: [...Buffer.from(token)] });
  return {
    content: tokens.map((token) => ({
      ...named(token.text, token.logprob),
      top_logprobs: token.top.map(({ id, logprob }) => named(text(id), logprob)),
    })),
  };
}
