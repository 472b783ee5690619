import type { Run } from "../generation/generate.ts";

/** What a model server answers. */
export type Answer = { status: number; contentType: string; body: Uint8Array };

export type Question = { contentType: string | null; accept: string | null; body: Uint8Array };

/** One invocation while it runs in the child. */
export type Serving = {
  run: Run;
  /** Takes pieces of a streamed answer; null when the caller wants it whole. */
  onPart: ((body: Uint8Array, contentType: string) => void) | null;
};

/** A request that the model server refuses, in its own words. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(Buffer.from(answer.body).toString("utf8"));
    this.answer = answer;
  }
}

export function jsonAnswer(status: number, value: unknown, contentType = "application/json"): Answer {
  return { status, contentType, body: Buffer.from(JSON.stringify(value)) };
}

/** A body that is written piece by piece: handed out at once where the caller takes pieces, else kept for the end. */
export type Reply = { write(text: string): void; end(): Answer };

export function openReply({ onPart }: Serving, contentType: string): Reply {
  const kept: string[] = [];
  return {
    write(text) {
      if (onPart) onPart(Buffer.from(text), contentType);
      else kept.push(text);
    },
    end: () => ({ status: 200, contentType, body: Buffer.from(kept.join("")) }),
  };
}
