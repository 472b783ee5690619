import type { Pipe } from "../../child/pipe.ts";
import { generate } from "../../generation/generate.ts";
import { type Answer, jsonAnswer, openReply, type Serving } from "../answer.ts";
import type { TgiSettings } from "../server-spec.ts";
import { chatFinish, chatHead, usageOf } from "./chat.ts";
import { TgiError } from "./errors.ts";
import { EVENTS, event, tryStream } from "./generate.ts";
import type { CompletionRequest, TgiParameters } from "./request.ts";
import { type ValidRequest, validate } from "./validate.ts";

/** `{"prompt": …}`: OpenAI's completions, for one prompt or several. */
export async function answerCompletion(
  pipe: Pipe,
  settings: TgiSettings,
  request: CompletionRequest,
  serving: Serving,
): Promise<Answer> {
  refuseUnsupported(request, settings);
  const parameters = parametersOf(request);
  const check = (prompt: string): ValidRequest => validate(pipe, settings, prompt, parameters, false);
  const head = chatHead(settings);
  const choice = (index: number, text: string, finish_reason: string) => ({
    index,
    text,
    logprobs: null,
    finish_reason,
  });

  if (!request.stream) {
    const checked = request.prompt.map(check);
    const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
    const choices = [];
    for (const [index, valid] of checked.entries()) {
      const { text, tokens, finish } = await generate(pipe, valid.generation, serving.run);
      const own = usageOf(valid, tokens.length);
      usage.prompt_tokens += own.prompt_tokens;
      usage.completion_tokens += own.completion_tokens;
      usage.total_tokens += own.total_tokens;
      choices.push(choice(index, text, chatFinish(finish)));
    }
    return jsonAnswer(200, { object: "text_completion", ...head, choices, usage });
  }

  const reply = openReply(serving, EVENTS);
  for (const [index, prompt] of request.prompt.entries()) {
    const valid = tryStream(reply.write, () => check(prompt));
    let count = 0;
    if (!valid) continue;
    await generate(pipe, valid.generation, serving.run, (token, _text, finish) => {
      count += 1;
      const choices = [choice(index, token.text, finish ? chatFinish(finish) : "")];
      const usage = finish ? { usage: usageOf(valid, count) } : {};
      reply.write(event({ object: "text_completion", ...head, choices, ...usage }));
    });
  }
  reply.write(event("[DONE]"));
  return reply.end();
}

function refuseUnsupported({ suffix, prompt }: CompletionRequest, { maxClientBatchSize }: TgiSettings): void {
  if (suffix !== null) {
    const message = "Suffix is not supported and can be achieved by preprocessing the prompt.";
    throw new TgiError(422, message, "suffix not supported");
  }
  if (prompt.length > maxClientBatchSize) {
    const message = `Number of prompts exceeds the maximum allowed batch size of ${maxClientBatchSize}`;
    throw new TgiError(422, message, "batch size exceeded");
  }
}

function parametersOf(request: CompletionRequest): TgiParameters {
  const isGreedy = request.temperature === 0;
  return {
    best_of: null,
    temperature: isGreedy ? null : request.temperature,
    repetition_penalty: request.repetition_penalty,
    frequency_penalty: request.frequency_penalty,
    top_k: null,
    top_p: request.top_p,
    typical_p: null,
    do_sample: !isGreedy,
    max_new_tokens: request.max_tokens ?? 100,
    return_full_text: null,
    stop: request.stop ?? [],
    truncate: null,
    watermark: false,
    details: true,
    decoder_input_details: false,
    seed: request.seed,
    top_n_tokens: null,
    grammar: null,
  };
}
