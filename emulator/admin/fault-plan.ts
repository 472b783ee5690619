import { setTimeout as wait } from "node:timers/promises";
import type { StreamRehearsal } from "../behaviour.ts";
import { Fault } from "../protocol/fault.ts";

/** Makes the next `times` calls of an operation slow, failed or both. `*` stands for each operation of the service. */
export type PlannedFault = {
  service: string;
  operation: string;
  times: number;
  error: { type: string; message: string; status: number } | null;
  delayMs: number;
  /** For invocations of language models: how their answers come. */
  stream: StreamRehearsal | null;
};

export type FaultPlan = {
  add(fault: PlannedFault): void;
  clear(): void;
  /** What is still to come. */
  list(): PlannedFault[];
  /** Called before each operation: waits and throws as planned, and returns what is planned for its stream. */
  apply(service: string, operation: string): Promise<StreamRehearsal | null>;
  /** How often each operation was called, as `logs GetLogEvents`. */
  calls(): Record<string, number>;
  forgetCalls(): void;
};

export function createFaultPlan(): FaultPlan {
  let planned: PlannedFault[] = [];
  const calls = new Map<string, number>();
  return {
    add: (fault) => {
      planned.push({ ...fault });
    },
    clear: () => {
      planned = [];
    },
    list: () => planned.map((fault) => ({ ...fault })),
    calls: () => Object.fromEntries(calls),
    forgetCalls: () => calls.clear(),
    apply: async (service, operation) => {
      const name = `${service} ${operation}`;
      calls.set(name, (calls.get(name) ?? 0) + 1);
      const next = planned.find(
        (fault) => fault.service === service && (fault.operation === operation || fault.operation === "*"),
      );
      if (!next) return null;
      next.times -= 1;
      if (next.times <= 0) planned = planned.filter((fault) => fault !== next);
      if (next.delayMs > 0) await wait(next.delayMs);
      if (next.error) throw new Fault(next.error.type, next.error.message, next.error.status);
      return next.stream;
    },
  };
}
