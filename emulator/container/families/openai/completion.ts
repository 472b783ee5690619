import { Tensor } from "@huggingface/transformers";
import type { Pipe } from "../../child/pipe.ts";
import { type GeneratedToken, type GenerationRequest, generate } from "../../generation/generate.ts";
import { type Prompt, readPrompt } from "../../generation/prompt.ts";
import { type Answer, jsonAnswer, openReply, type Serving } from "../answer.ts";
import type { OpenAiSettings } from "../server-spec.ts";
import type { Dialect } from "./dialect.ts";
import { event, headOf, usageOf } from "./envelope.ts";
import { finishReason, ofChoice, openWindow, readGeneration, shownText } from "./generation.ts";
import type { CompletionRequest } from "./request.ts";

/** One text to continue: a prompt, or one of several choices for it. */
type Item = { index: number; generation: GenerationRequest; echoed: string };

/** OpenAI's completions: texts or token ids that are continued. */
export async function answerCompletion(
  pipe: Pipe,
  dialect: Dialect,
  settings: OpenAiSettings,
  request: CompletionRequest,
  serving: Serving,
): Promise<Answer> {
  const items = readItems(pipe, dialect, settings, request);
  const head = { ...headOf(dialect.id("completion"), request.model ?? settings.servedName), object: "text_completion" };
  const prompts = { ids: items.filter(({ index }) => index % (request.n ?? 1) === 0).flatMap(promptIds) };
  let written = 0;

  if (!request.stream) {
    const choices = [];
    for (const { index, generation, echoed } of items) {
      const { text, tokens, finish } = await generate(pipe, generation, serving.run);
      written += tokens.length;
      choices.push({
        index,
        text: echoed + shownText(text, finish, request.include_stop_str_in_output),
        logprobs: logprobsOf(pipe, request, tokens, echoed.length),
        finish_reason: finishReason(finish),
        ...dialect.choiceExtras(finish),
      });
    }
    const usage = { ...usageOf(prompts, written), ...dialect.usageExtras };
    return jsonAnswer(200, { ...head, choices, usage, ...dialect.answerExtras });
  }

  const reply = openReply(serving, dialect.events);
  for (const { index, generation, echoed } of items) {
    const window = openWindow(request.stop, request.include_stop_str_in_output);
    let before = echoed;
    await generate(pipe, generation, serving.run, (token, text, finish) => {
      written += 1;
      const piece = before + window.next(text, finish);
      before = "";
      const logprobs = logprobsOf(pipe, request, [token], echoed.length + text.length - token.text.length);
      if (!finish && piece === "" && !logprobs) return;
      const end = finish ? dialect.choiceExtras(finish) : {};
      const choice = { index, text: piece, logprobs, finish_reason: finish && finishReason(finish), ...end };
      reply.write(event({ ...head, choices: [choice] }));
    });
  }
  if (request.stream_options?.include_usage) {
    reply.write(event({ ...head, choices: [], usage: usageOf(prompts, written) }));
  }
  reply.write(event("[DONE]"));
  return reply.end();
}

function promptIds({ generation }: Item): number[] {
  return generation.prompt.ids;
}

function readItems(pipe: Pipe, dialect: Dialect, settings: OpenAiSettings, request: CompletionRequest): Item[] {
  const choices = request.n ?? 1;
  return request.prompt.flatMap((given, at) => {
    const prompt = typeof given === "string" ? readPrompt(pipe, given, false) : ofIds(given);
    const generation = readGeneration(pipe, dialect, settings, prompt, request, {
      maxTokens: request.max_tokens,
      topTokens: request.logprobs ?? 0,
    });
    const text = typeof given === "string" ? given : pipe.tokenizer.decode(given, { skip_special_tokens: true });
    return Array.from({ length: choices }, (_, choice) => ({
      index: at * choices + choice,
      generation: ofChoice(generation, choice),
      echoed: request.echo ? text : "",
    }));
  });
}

function ofIds(ids: number[]): Prompt {
  const shape = [1, ids.length];
  const tensor = (values: bigint[]) => new Tensor("int64", BigInt64Array.from(values), shape);
  return { ids, inputs: { input_ids: tensor(ids.map(BigInt)), attention_mask: tensor(ids.map(() => 1n)) } };
}

function logprobsOf(pipe: Pipe, { logprobs }: CompletionRequest, tokens: GeneratedToken[], start: number) {
  if (logprobs === null) return null;
  let offset = start;
  const text = (id: number): string => pipe.tokenizer.decode([id], { skip_special_tokens: false });
  return {
    text_offset: tokens.map((token) => {
      const at = offset;
      offset += token.text.length;
      return at;
    }),
    token_logprobs: tokens.map((token) => token.logprob),
    tokens: tokens.map((token) => token.text),
    top_logprobs: tokens.map((token) => Object.fromEntries(token.top.map(({ id, logprob }) => [text(id), logprob]))),
  };
}
