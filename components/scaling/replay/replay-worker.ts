import { type Prepared, prepare } from "@/lib/scaling/replay/run";
import { sweepGrid, sweepPoint } from "@/lib/scaling/replay/sweep";
import type { SweepPoint } from "@/lib/scaling/replay/view";
import { answerRun, type ReplayAnswer, type ReplayAsk } from "@/lib/scaling/replay/worker-messages";

/** Settings of a sweep between two looks for newer questions. */
const PART = 20;

let prepared: Prepared | null = null;
let usdPerHour: number | null = null;
let newestSweep = 0;

const post = (answer: ReplayAnswer) => self.postMessage(answer);

self.onmessage = ({ data }: MessageEvent<ReplayAsk>) => {
  if (data.kind === "load") {
    prepared = prepare(data.history, data.newTarget);
    usdPerHour = data.history.price?.usdPerHour ?? null;
    return;
  }
  try {
    if (!prepared) throw new Error("There is no traffic to replay.");
    if (data.kind === "run") post({ kind: "run", id: data.id, run: answerRun(prepared, usdPerHour, data) });
    else void sweep(prepared, data);
  } catch (cause) {
    post({ kind: "failed", id: data.id, message: cause instanceof Error ? cause.message : String(cause) });
  }
};

/** A newer sweep ends this one: whoever moves a slider wants only the last. */
async function sweep(on: Prepared, ask: Extract<ReplayAsk, { kind: "sweep" }>): Promise<void> {
  newestSweep = ask.id;
  const begun = performance.now();
  const { targets, maxima } = sweepGrid(ask.change);
  const settings = targets.flatMap((target) => maxima.map((max) => ({ target, max })));
  const points: SweepPoint[] = [];
  for (const setting of settings) {
    points.push(sweepPoint(on, ask.change, setting, ask.judgedBy, ask.startUpMinutes));
    if (points.length % PART > 0) continue;
    post({ kind: "sweep-part", id: ask.id, done: points.length, total: settings.length });
    await new Promise((resolve) => setTimeout(resolve));
    if (newestSweep !== ask.id) return;
  }
  post({ kind: "sweep", id: ask.id, points, ms: Math.round(performance.now() - begun) });
}
