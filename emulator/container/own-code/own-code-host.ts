import { type ChildPool, createChildPool, type PoolOutcome, type RunOptions } from "../child-pool.ts";
import type { CallListener } from "../child-process.ts";
import { ContainerStartError } from "../inference-host.ts";
import type { ModelSpec } from "../messages.ts";
import { type ScriptContainer, scriptChild } from "./script-child.ts";

/** A container with a script: each has a process of its own, since scripts keep what they like in their globals. */
export type Scripted = { id: string; spec: ModelSpec; container: ScriptContainer };

export type Invocation = { contentType: string | null; accept: string | null; body: Uint8Array };

export type OwnCodeHost = {
  /** Starts the script's process unless it runs; throws ContainerStartError with the reason in Python's words. */
  start(scripted: Scripted, listener: CallListener): Promise<void>;
  /** One request; after the emulator was started again, or the process died, the script starts first. */
  run(
    scripted: Scripted,
    work: Invocation,
    listener: CallListener,
    timeoutMs: number,
    options: RunOptions,
  ): Promise<PoolOutcome>;
  release(id: string): void;
  pids(): number[];
  close(): void;
};

/** Processes that stay; of more, the one used longest ago ends, and comes back when it is asked. */
const MOST_ALIVE = 8;

export function createOwnCodeHost(runsScripts: boolean, loadTimeoutMs: number): OwnCodeHost {
  /** In order of last use: a Map keeps the order of insertion. */
  const pools = new Map<string, ChildPool>();
  /** Calls under way of each container. */
  const busy = new Map<string, number>();

  function poolOf({ id, container }: Scripted): ChildPool {
    const pool = pools.get(id) ?? createChildPool({ size: 1, start: () => scriptChild(container) });
    pools.delete(id);
    pools.set(id, pool);
    for (const other of pools.keys()) {
      if (pools.size <= MOST_ALIVE) break;
      if (other !== id && !busy.has(other)) release(other);
    }
    return pool;
  }

  async function withPool<T>(scripted: Scripted, use: (pool: ChildPool) => Promise<T>): Promise<T> {
    const { id } = scripted;
    busy.set(id, (busy.get(id) ?? 0) + 1);
    try {
      return await use(poolOf(scripted));
    } finally {
      const left = (busy.get(id) ?? 1) - 1;
      if (left > 0) busy.set(id, left);
      else busy.delete(id);
    }
  }

  async function load(pool: ChildPool, spec: ModelSpec, listener: CallListener): Promise<PoolOutcome> {
    return pool.run({ type: "load", spec }, listener, loadTimeoutMs);
  }

  function release(id: string): void {
    pools.get(id)?.close();
    pools.delete(id);
  }

  return {
    async start(scripted, listener) {
      refuseUnlessAllowed(runsScripts);
      const outcome = await withPool(scripted, (pool) => load(pool, scripted.spec, listener));
      if (outcome.type === "loaded") return;
      throw new ContainerStartError(
        outcome.type === "failed" ? outcome.reason : `The model server's worker ${outcome.type}.`,
      );
    },
    async run(scripted, work, listener, timeoutMs, options) {
      refuseUnlessAllowed(runsScripts);
      const { spec } = scripted;
      return withPool(scripted, async (pool) => {
        if (!pool.holds(spec.key)) {
          const outcome = await load(pool, spec, listener);
          if (outcome.type !== "loaded") return outcome;
        }
        return pool.run(
          { type: "invoke", spec, ...work, stream: false, tokenDelayMs: 0 },
          listener,
          timeoutMs,
          options,
        );
      });
    },
    release,
    pids: () => [...pools.values()].flatMap((pool) => pool.pids()),
    close() {
      for (const id of [...pools.keys()]) release(id);
    },
  };
}

/** An emulator that was not started for it runs nobody's code. */
function refuseUnlessAllowed(runsScripts: boolean): void {
  if (runsScripts) return;
  throw new ContainerStartError(
    "The model archive brings its own inference code, and this emulator was not started to run any. Start it with EMULATOR_RUN_SCRIPTS=1: the code runs on this machine with your rights.",
  );
}
