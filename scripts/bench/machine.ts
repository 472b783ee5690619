import { arch, cpus, loadavg, platform } from "node:os";

/** Programs that wanted a processor in the last minute, on average (on Windows always 0). */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

/** The machine in a line. */
export function machineLine(): string {
  const [cpu] = cpus();
  return `${platform()} ${arch()}, ${cpus().length} × ${cpu?.model ?? "unknown processor"}`;
}

/** Why numbers measured at such a load mean little; null when they mean something. */
export function tooBusy(load: number): string | null {
  // Console, emulator and bench take turns, so that alone they keep about one processor busy.
  const most = Math.max(1, cpus().length - 1);
  if (load <= most) return null;
  return `The machine was busy with other work (load ${load.toFixed(1)}; at most ${most} is quiet): these numbers mean little.`;
}
