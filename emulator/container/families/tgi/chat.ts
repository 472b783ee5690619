import type { Pipe } from "../../child/pipe.ts";
import { type Finish, type GeneratedToken, generate } from "../../generation/generate.ts";
import { hasChatTemplate, renderChat } from "../../generation/prompt.ts";
import { type Answer, jsonAnswer, openReply, type Serving } from "../answer.ts";
import type { TgiSettings } from "../server-spec.ts";
import { finishReason, tgiToken, topTokens } from "./details.ts";
import { templateError, validationError } from "./errors.ts";
import { EVENTS, event, tryStream } from "./generate.ts";
import type { ChatRequest, TgiParameters } from "./request.ts";
import { type ValidRequest, validate } from "./validate.ts";

/** `{"messages": …}`: TGI's Messages API, which is OpenAI's with an empty id. */
export async function answerChat(
  pipe: Pipe,
  settings: TgiSettings,
  chat: ChatRequest,
  serving: Serving,
): Promise<Answer> {
  const text = render(pipe, chat);
  const check = (): ValidRequest => validate(pipe, settings, text, parametersOf(chat), true);
  const head = chatHead(settings);
  if (!chat.stream) return jsonAnswer(200, await whole(pipe, chat, check(), head, serving));

  const reply = openReply(serving, EVENTS);
  const valid = tryStream(reply.write, check);
  if (valid) {
    let count = 0;
    await generate(pipe, valid.generation, serving.run, (token, _text, finish) => {
      count += 1;
      const usage = finish && chat.stream_options?.include_usage ? usageOf(valid, count) : null;
      const choice = {
        index: 0,
        delta: { role: "assistant", content: token.isSpecial ? "" : token.text },
        logprobs: logprobsOf(pipe, chat, [token]),
        finish_reason: finish && chatFinish(finish),
      };
      reply.write(event({ object: "chat.completion.chunk", ...head, choices: [choice], usage }));
    });
  }
  reply.write(event("[DONE]"));
  return reply.end();
}

async function whole(pipe: Pipe, chat: ChatRequest, valid: ValidRequest, head: Head, { run }: Serving) {
  const { text, tokens, finish } = await generate(pipe, valid.generation, run);
  const choice = {
    index: 0,
    message: { role: "assistant", content: text },
    logprobs: logprobsOf(pipe, chat, tokens),
    finish_reason: chatFinish(finish),
  };
  return { object: "chat.completion", ...head, choices: [choice], usage: usageOf(valid, tokens.length) };
}

function render(pipe: Pipe, { messages, tools, response_format }: ChatRequest): string {
  if (tools?.length || response_format) throw validationError("grammar is not supported");
  if (!hasChatTemplate(pipe)) throw templateError("template not found");
  try {
    return renderChat(pipe, messages);
  } catch (cause) {
    throw templateError(cause);
  }
}

/** A chat request in the words of the other one; a presence penalty becomes a repetition penalty, as in TGI. */
function parametersOf(chat: ChatRequest): TgiParameters {
  const isGreedy = chat.temperature === 0;
  return {
    best_of: null,
    temperature: isGreedy ? null : chat.temperature,
    repetition_penalty: chat.presence_penalty === null ? null : chat.presence_penalty + 2,
    frequency_penalty: chat.frequency_penalty,
    top_k: null,
    top_p: chat.top_p,
    typical_p: null,
    do_sample: !isGreedy,
    max_new_tokens: chat.max_tokens,
    return_full_text: null,
    stop: chat.stop ?? [],
    truncate: null,
    watermark: false,
    details: true,
    decoder_input_details: false,
    seed: chat.seed,
    top_n_tokens: chat.top_logprobs,
    grammar: null,
  };
}

type Head = { id: string; created: number; model: string; system_fingerprint: string };

export function chatHead({ modelId, version }: TgiSettings): Head {
  const created = Math.floor(Date.now() / 1000);
  return { id: "", created, model: modelId, system_fingerprint: `${version.join(".")}-native` };
}

export function usageOf({ prompt }: ValidRequest, written: number) {
  return { prompt_tokens: prompt.ids.length, completion_tokens: written, total_tokens: prompt.ids.length + written };
}

/** OpenAI's word for the end of a text; the others keep TGI's names. */
export function chatFinish(finish: Finish): string {
  const reason = finishReason(finish);
  return reason === "eos_token" ? "stop" : reason;
}

function logprobsOf(pipe: Pipe, { logprobs }: ChatRequest, tokens: GeneratedToken[]) {
  if (!logprobs) return null;
  const short = ({ text, logprob }: { text: string; logprob: number }) => ({ token: text, logprob });
  return {
    content: tokens.map((token) => ({
      ...short(tgiToken(token)),
      top_logprobs: (topTokens(pipe, token).top_tokens ?? []).map(short),
    })),
  };
}
