import { INVOCATIONS } from "./run";
import type { ReplayHistory } from "./view";

/** Where nothing scales yet: the target that busy minutes (the 95th of 100) keep just below with what runs now. */
export function proposeTarget({ load, instances }: Pick<ReplayHistory, "load" | "instances">): number {
  const calls = (load[INVOCATIONS]?.values ?? []).filter((value) => value !== null).sort((one, two) => one - two);
  const busy = calls[Math.floor(calls.length * 0.95)] ?? 0;
  return Math.max(1, Math.ceil(busy / Math.max(1, instances)));
}
