// Runs one script in a process group of its own, and ends the group when whoever started this is gone.
import { spawn } from "node:child_process";

/** @type {import("node:child_process").ChildProcess | null} */
let script = null;

process.on("message", (/** @type {any} */ message) => {
  if (message.type === "run") run(message);
  else signal(message.signal);
});
process.on("disconnect", () => {
  signal("SIGKILL");
  process.exit(1);
});

function run({ program, args, cwd, env, hasChannel }) {
  // The channel is the fourth file here, after the one to who started this, and the third in the script.
  const channel = hasChannel ? [4] : [];
  script = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "inherit", "inherit", ...channel] });
  script.once("error", (cause) => finish({ code: null, signal: null, error: cause.message }));
  script.once("exit", (code, signal) => finish({ code, signal, error: null }));
}

function finish(outcome) {
  // What the script started itself and left behind goes too.
  signal("SIGKILL");
  process.send?.({ type: "ended", ...outcome }, () => process.disconnect());
}

/** To the whole group: scripts start processes of their own. */
function signal(name) {
  if (!script?.pid) return;
  try {
    process.kill(-script.pid, name);
  } catch {
    // It has ended already.
  }
}
