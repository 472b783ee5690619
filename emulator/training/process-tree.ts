import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** What a process and everything it started use: processor time so far, and memory now. */
export type ProcessUse = { cpuMs: number; memoryBytes: number };
type Row = ProcessUse & { pid: number; parent: number };

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICK_MS = 10;

/** Null where the machine tells nothing. From /proc on Linux, else from `ps`. */
export async function processUse(root: number): Promise<ProcessUse | null> {
  const rows = await (process.platform === "linux" ? fromProc() : fromPs()).catch(() => []);
  const family = new Set([root]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
  }
  // The process that stands between is the emulator's and not the script's.
  const own = rows.filter(({ pid }) => pid !== root && family.has(pid));
  if (own.length === 0) return null;
  return {
    cpuMs: own.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryBytes: own.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
  };
}

async function fromProc(): Promise<Row[]> {
  const pids = (await readdir("/proc")).map(Number).filter(Number.isInteger);
  const rows = await Promise.all(pids.map((pid) => readProc(pid).catch(() => null)));
  return rows.filter((row) => row !== null);
}

/** The fields behind the name, which may hold spaces itself (proc_pid_stat(5)); children that ended are counted in. */
async function readProc(pid: number): Promise<Row> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, "utf8"),
    readFile(`/proc/${pid}/status`, "utf8"),
  ]);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const kib = /^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0;
  return { pid, parent: Number(fields[1]), cpuMs: ticks * TICK_MS, memoryBytes: Number(kib) * 1024 };
}

async function fromPs(): Promise<Row[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,rss=,time="]);
  return stdout.split("\n").flatMap((line) => {
    const [pid, parent, rss, time] = line.trim().split(/\s+/);
    if (!time) return [];
    return [{ pid: Number(pid), parent: Number(parent), cpuMs: psTimeMs(time), memoryBytes: Number(rss) * 1024 }];
  });
}

/** `[[dd-]hh:]mm:ss[.ff]` in milliseconds. */
export function psTimeMs(time: string): number {
  return (
    time.split(/[-:]/).reduce((sum, part, at, parts) => {
      const isDays = time.includes("-") && at === 0;
      return isDays ? Number(part) * 86_400 : sum + Number(part) * 60 ** (parts.length - 1 - at);
    }, 0) * 1000
  );
}
