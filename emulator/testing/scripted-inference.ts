import type { ContainerRequest, ContainerResponse, InferenceHost } from "../container/inference-host.ts";

/** One invocation whose answer the test gives, when and as it likes. */
export type ScriptedCall = {
  request: ContainerRequest;
  /** Hands out a piece of a streamed answer. */
  part(text: string | Uint8Array, contentType?: string): void;
  end(response?: Partial<Pick<ContainerResponse, "status" | "contentType">> & { body?: string }): void;
};

export type ScriptedInference = InferenceHost & {
  /** The next invocation that has not been taken yet. */
  next(): Promise<ScriptedCall>;
};

/** Containers that start at once and answer what the test says: for streams in an order that the test knows. */
export function scriptedInference(): ScriptedInference {
  const calls: ScriptedCall[] = [];
  const waiting: ((call: ScriptedCall) => void)[] = [];

  return {
    start: async () => undefined,
    release: () => undefined,
    close: async () => undefined,
    invoke: (_target, request, options) =>
      new Promise((resolve) => {
        const call: ScriptedCall = {
          request,
          part: (text, contentType = "text/event-stream") => options?.onPart?.(Buffer.from(text), contentType),
          end: ({ status = 200, contentType = "application/json", body = "" } = {}) =>
            resolve({ status, contentType, body: Buffer.from(body), modelLatencyUs: 1 }),
        };
        const taker = waiting.shift();
        if (taker) taker(call);
        else calls.push(call);
      }),
    next: () => {
      const call = calls.shift();
      if (call) return Promise.resolve(call);
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
  };
}
