import "server-only";
import type { StreamedAnswer } from "@/lib/aws/sagemaker-runtime/invoke-endpoint-stream";
import type { Problem } from "@/lib/errors";
import { failedCall } from "@/lib/playground/failed-call";

import { frameLine } from "./frames";
import { gather } from "./gather";

/** How a streamed answer ended, with all that came of it; null: nobody read it to its end. */
export type StreamEnding = { body: Uint8Array; latencyMs: number; problem: Problem | null } | null;

type Options = {
  answer: StreamedAnswer;
  /** When the request was sent. */
  startedAt: Date;
  /** Nobody reads any more: ends the call to AWS while it waits for its next piece. */
  onCancel: () => void;
};

type FrameStream = { stream: ReadableStream<Uint8Array>; ended: Promise<StreamEnding> };

/** A container's streamed answer as the body of a response: reads on from AWS only as fast as somebody takes it. */
export function frameStream({ answer, startedAt, onCancel }: Options): FrameStream {
  let onEnd: (ending: StreamEnding) => void = () => undefined;
  const ended = new Promise<StreamEnding>((resolve) => {
    onEnd = resolve;
  });
  const encoder = new TextEncoder();
  const source = frameLines(answer, startedAt, onEnd);
  const nextText = gather(source);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const text = await nextText();
        if (text === null) controller.close();
        else controller.enqueue(encoder.encode(text));
      },
      cancel() {
        onEnd(null);
        onCancel();
        void source.return();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, ended };
}

async function* frameLines(
  { parts, ...facts }: StreamedAnswer,
  startedAt: Date,
  onEnd: (ending: StreamEnding) => void,
): AsyncGenerator<string, void> {
  // One decoder for all parts: a character may be cut between two of them.
  const decoder = new TextDecoder();
  const kept: Uint8Array[] = [];
  const finish = (problem: Problem | null) => {
    const body = Buffer.concat(kept);
    const latencyMs = Date.now() - startedAt.getTime();
    onEnd({ body, latencyMs, problem });
    return { latencyMs, bytes: body.byteLength };
  };
  yield frameLine({ start: { ...facts, calledAt: startedAt.toISOString() } });
  try {
    for await (const part of parts) {
      kept.push(part);
      const text = decoder.decode(part, { stream: true });
      if (text) yield frameLine({ text });
    }
    const text = decoder.decode();
    if (text) yield frameLine({ text });
    yield frameLine({ end: finish(null) });
  } catch (cause) {
    const { problem } = failedCall(cause, startedAt);
    finish(problem);
    yield frameLine({ problem });
  }
}
