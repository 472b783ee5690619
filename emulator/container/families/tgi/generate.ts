import type { Pipe } from "../../child/pipe.ts";
import { type Generated, generate } from "../../generation/generate.ts";
import { type Answer, jsonAnswer, openReply, type Serving } from "../answer.ts";
import type { TgiSettings } from "../server-spec.ts";
import { detailsOf, finishReason, readPrefill, tgiToken, topTokens } from "./details.ts";
import { TgiError, validationError } from "./errors.ts";
import type { GenerateRequest } from "./request.ts";
import { type ValidRequest, validate } from "./validate.ts";

export const EVENTS = "text/event-stream";

export function event(value: unknown): string {
  return `data:${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
}

/** `{"inputs": …}`: a list of one text, or a stream of tokens. */
export function answerGenerate(
  pipe: Pipe,
  settings: TgiSettings,
  request: GenerateRequest,
  serving: Serving,
): Promise<Answer> {
  return request.stream ? streamTokens(pipe, settings, request, serving) : wholeText(pipe, settings, request, serving);
}

async function wholeText(
  pipe: Pipe,
  settings: TgiSettings,
  { inputs, parameters }: GenerateRequest,
  { run }: Serving,
): Promise<Answer> {
  const valid = validate(pipe, settings, inputs, parameters, false);
  const count = parameters.best_of ?? 1;
  const sequences: Sequence[] = [];
  for (let index = 0; index < Math.max(1, count); index += 1) {
    const sampling = { ...valid.generation.sampling, seed: valid.generation.sampling.seed + index };
    const seed = valid.seed === null ? null : sampling.seed;
    sequences.push({ seed, generated: await generate(pipe, { ...valid.generation, sampling }, run) });
  }
  const [best, ...others] = sequences.sort((a, b) => likelihood(b.generated) - likelihood(a.generated));
  if (!best) throw new Error("Nothing was generated.");
  const text = (generated: Generated) => withPrompt(inputs, generated.text, parameters.return_full_text);
  const answer: Record<string, unknown> = { generated_text: text(best.generated) };
  if (parameters.details || parameters.decoder_input_details) {
    const prefill = parameters.decoder_input_details ? await readPrefill(pipe, valid.prompt) : [];
    const more = others.map(({ generated, seed }) => ({
      generated_text: text(generated),
      ...detailsOf(pipe, generated, seed, prefill),
    }));
    answer.details = {
      ...detailsOf(pipe, best.generated, best.seed, prefill),
      ...(more.length > 0 ? { best_of_sequences: more } : {}),
    };
  }
  return jsonAnswer(200, [answer]);
}

type Sequence = { generated: Generated; seed: number | null };

function likelihood({ tokens }: Generated): number {
  return tokens.reduce((sum, token) => sum + token.logprob, 0) / tokens.length;
}

/** Models with the Hub's tag text-generation return the prompt too unless told otherwise (compat_return_full_text). */
function withPrompt(inputs: string, text: string, returnsFull: boolean | null): string {
  return returnsFull === false ? text : inputs + text;
}

async function streamTokens(
  pipe: Pipe,
  settings: TgiSettings,
  { inputs, parameters }: GenerateRequest,
  serving: Serving,
): Promise<Answer> {
  const reply = openReply(serving, EVENTS);
  const valid = tryStream(reply.write, () => {
    if ((parameters.best_of ?? 1) !== 1) throw validationError("`best_of` != 1 is not supported when streaming tokens");
    if (parameters.decoder_input_details) {
      throw validationError("`decoder_input_details` == true is not supported when streaming tokens");
    }
    return validate(pipe, settings, inputs, parameters, false);
  });
  if (!valid) return reply.end();
  let index = 0;
  await generate(pipe, valid.generation, serving.run, (token, text, finish) => {
    index += 1;
    const details =
      finish && parameters.details
        ? {
            finish_reason: finishReason(finish),
            generated_tokens: index,
            seed: valid.seed,
            input_length: valid.prompt.ids.length,
          }
        : null;
    reply.write(
      event({
        index,
        token: tgiToken(token),
        ...topTokens(pipe, token),
        generated_text: finish ? withPrompt(inputs, text, parameters.return_full_text) : null,
        details,
      }),
    );
  });
  return reply.end();
}

/** A stream has begun with status 200 before anything is checked: what is wrong is said in an event. */
export function tryStream(write: (text: string) => void, check: () => ValidRequest): ValidRequest | null {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof TgiError)) throw cause;
    write(event(cause.body));
    return null;
  }
}
