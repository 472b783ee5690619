import { spawnSync } from "node:child_process";

/** Runs a command in the foreground; returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** Runs npm with the node and npm that are running us, on every platform. */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli) return run(process.execPath, [cli, ...args]);
  return run("npm", args, { shell: process.platform === "win32" });
}
