import { createRun, type Run } from "../generation/generate.ts";
import type { CacheLimits, CallMessage, ChildMessage, Cost, StopMessage } from "../messages.ts";
import { answer } from "./answer.ts";
import { createModelCache } from "./model-cache.ts";

/** The process that runs models: started by the pool with its cache limits, spoken to by messages, gone with its parent. */
const limits = JSON.parse(process.argv[2] ?? "{}") as CacheLimits;
const models = createModelCache(limits, (key) => report({ type: "evicted", key }));

/** The invocation under way, by the number of its call. */
let running: { call: number; run: Run } | null = null;

function report(message: ChildMessage): void {
  process.send?.(message);
}

async function handle(message: CallMessage): Promise<void> {
  const { call, spec } = message;
  const cpuBefore = process.cpuUsage();
  const cost = (): Cost => {
    const { user, system } = process.cpuUsage(cpuBefore);
    return { cpuUs: user + system, rssBytes: process.memoryUsage.rss() };
  };
  try {
    if (message.type === "unload") {
      await models.drop(spec.key);
      report({ type: "unloaded", call });
      return;
    }
    const { model, loadMs } = await models.get(spec);
    if (message.type === "load") {
      report({ type: "loaded", call, loadMs, ...cost() });
      return;
    }
    const run = createRun(message.tokenDelayMs);
    running = { call, run };
    const onPart = message.stream
      ? (body: Uint8Array, contentType: string) => report({ type: "part", call, body, contentType })
      : null;
    const answered = await answer(model, spec.server, message, { run, onPart });
    report({ type: "answered", call, ...answered, ...cost() });
  } catch (cause) {
    // Only loading gets here: what an invocation throws is already an answer.
    console.error(cause instanceof Error ? cause.stack : cause);
    report({ type: "failed", call, reason: cause instanceof Error ? cause.message : String(cause) });
  } finally {
    if (running?.call === call) running = null;
  }
}

/** A call that has ended, or not begun, hears nothing. */
function stop({ call }: StopMessage): void {
  if (running?.call === call) running.run.interrupt.interrupt();
}

process.on("message", (raw) => {
  const message = raw as CallMessage | StopMessage;
  if (message.type === "stop") stop(message);
  else void handle(message);
});
process.on("disconnect", () => process.exit());
