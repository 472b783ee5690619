import type { CacheLimits, CallMessage, ChildMessage, Cost } from "../messages.ts";
import { answer } from "./answer.ts";
import { createModelCache } from "./model-cache.ts";

/** The process that runs models: started by the pool with its cache limits, spoken to by messages, gone with its parent. */
const limits = JSON.parse(process.argv[2] ?? "{}") as CacheLimits;
const models = createModelCache(limits, (key) => report({ type: "evicted", key }));

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
    const onPart = message.stream ? (body: Uint8Array) => report({ type: "part", call, body }) : null;
    const answered = await answer(model, message, onPart);
    report({ type: "answered", call, ...answered, ...cost() });
  } catch (cause) {
    // Only loading gets here: what an invocation throws is already an answer.
    console.error(cause instanceof Error ? cause.stack : cause);
    report({ type: "failed", call, reason: cause instanceof Error ? cause.message : String(cause) });
  }
}

process.on("message", (message) => void handle(message as CallMessage));
process.on("disconnect", () => process.exit());
