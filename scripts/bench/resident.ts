import { readdirSync, readFileSync } from "node:fs";

/** The process that serves pages, among those that `npm start` has begun; throws when there is none. */
export function consolePid(starterPid: number): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = pids.map(Number).find((pid) => {
    const status = field(pid, "PPid");
    return status === String(starterPid) && !read(pid, "cmdline").includes("emulator");
  });
  if (found === undefined) throw new Error("The console's process was not found.");
  return found;
}

/** What a process holds in memory now, in MiB. */
export function residentMiB(pid: number): number {
  return Math.round(Number.parseInt(field(pid, "VmRSS"), 10) / 1024);
}

function field(pid: number, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, "m").exec(read(pid, "status"))?.[1] ?? "";
}

/** Empty for a process that has ended meanwhile. */
function read(pid: number, file: "status" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
