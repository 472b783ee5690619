import type { Pipe } from "../child/pipe.ts";

/** A prompt as the model reads it. */
export type Prompt = { ids: number[]; inputs: Record<string, unknown> };

export type ChatMessage = { role: string; content: string } & Record<string, unknown>;

/** A text as tokens. A chat's template writes its special tokens itself. */
export function readPrompt(pipe: Pipe, text: string, isChat: boolean): Prompt {
  const addsSpecial = !isChat && Boolean(pipe.tokenizer.add_bos_token || pipe.tokenizer.add_eos_token);
  const inputs = pipe.tokenizer([text], { add_special_tokens: addsSpecial, truncation: false });
  return { ids: Array.from(inputs.input_ids?.data ?? [], Number), inputs };
}

export function hasChatTemplate(pipe: Pipe): boolean {
  return Boolean(pipe.tokenizer.chat_template);
}

/** Messages as the text that the model was trained on; throws what the template throws. */
export function renderChat(pipe: Pipe, messages: ChatMessage[], options: Record<string, unknown> = {}): string {
  return String(
    pipe.tokenizer.apply_chat_template(messages, { tokenize: false, add_generation_prompt: true, ...options }),
  );
}

/** How many tokens a model can read and write together. */
export function contextLength(pipe: Pipe): number {
  const { max_position_embeddings, n_positions, n_ctx } = pipe.model.config;
  for (const length of [max_position_embeddings, n_positions, n_ctx, pipe.tokenizer.config.model_max_length]) {
    // Tokenizers without a limit give 1e30.
    if (typeof length === "number" && length > 0 && length < 1e9) return length;
  }
  return 2048;
}

/** The ids at which a model ends its text. */
export function endIds(pipe: Pipe): number[] {
  const ids = pipe.model.generation_config?.eos_token_id ?? pipe.model.config.eos_token_id;
  return [ids].flat().filter((id) => typeof id === "number");
}
