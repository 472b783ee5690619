import type { ReplayHistory, ReplayRun, SweepPoint } from "@/lib/scaling/replay/view";
import type { ReplayAnswer, ReplayAsk } from "@/lib/scaling/replay/worker-messages";

type RunAsk = Omit<Extract<ReplayAsk, { kind: "run" }>, "kind" | "id">;
type SweepAsk = Omit<Extract<ReplayAsk, { kind: "sweep" }>, "kind" | "id">;
export type SweepOutcome = { points: SweepPoint[]; ms: number };

type Waiting = {
  resolve: (answer: ReplayAnswer) => void;
  reject: (cause: Error) => void;
  onPart: ((share: number) => void) | null;
};

/** Replays in a worker, so that the page never stops while hundreds of settings are tried. */
export class ReplayClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(history: ReplayHistory, newTarget: number) {
    this.#worker = new Worker(new URL("./replay-worker.ts", import.meta.url), { type: "module" });
    this.#worker.onmessage = ({ data }: MessageEvent<ReplayAnswer>) => this.#take(data);
    this.#worker.onerror = () => this.#fail("The replay stopped. Reload the page to try again.");
    this.#send({ kind: "load", history, newTarget });
  }

  run(ask: RunAsk): Promise<ReplayRun> {
    return this.#ask((id) => ({ kind: "run", id, ...ask }), null).then((answer) => {
      if (answer.kind !== "run") throw new Error("The replay gave another answer.");
      return answer.run;
    });
  }

  sweep(ask: SweepAsk, onPart: (share: number) => void): Promise<SweepOutcome> {
    return this.#ask((id) => ({ kind: "sweep", id, ...ask }), onPart).then((answer) => {
      if (answer.kind !== "sweep") throw new Error("The replay gave another answer.");
      return { points: answer.points, ms: answer.ms };
    });
  }

  close(): void {
    this.#worker.terminate();
    this.#fail("The replay was closed.");
  }

  #send(ask: ReplayAsk): void {
    this.#worker.postMessage(ask);
  }

  #ask(make: (id: number) => ReplayAsk, onPart: Waiting["onPart"]): Promise<ReplayAnswer> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onPart });
      this.#send(make(id));
    });
  }

  #take(answer: ReplayAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.kind === "sweep-part") {
      waiting.onPart?.(answer.done / answer.total);
      return;
    }
    this.#waiting.delete(answer.id);
    if (answer.kind === "failed") waiting.reject(new Error(answer.message));
    else waiting.resolve(answer);
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}
