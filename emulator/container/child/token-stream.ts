/** Turns pieces of text into the events that text-generation servers stream: one for each piece, the last with the whole text. */
export type TokenStream = { push(text: string): void; end(generatedText: string): void };

export function tokenStream(send: (body: Uint8Array) => void): TokenStream {
  let held: string | null = null;
  let index = 0;

  function emit(text: string, generatedText: string | null): void {
    index += 1;
    const token = { id: index, text, logprob: 0, special: false };
    send(Buffer.from(`data:${JSON.stringify({ index, token, generated_text: generatedText, details: null })}\n\n`));
  }

  return {
    push(text) {
      if (text === "") return;
      // One piece is kept back, because the last one has to carry the whole text.
      if (held !== null) emit(held, null);
      held = text;
    },
    end: (generatedText) => emit(held ?? "", generatedText),
  };
}
