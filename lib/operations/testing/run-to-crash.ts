// Run as a process of its own, as a console is: works on one operation and dies by SIGKILL at the point named in CRASH_AT.
import { runOperation } from "../runner";

const id = process.argv[2] ?? "";
await runOperation(id, `process ${process.pid}`, (point) => {
  if (point === process.env.CRASH_AT) process.kill(process.pid, "SIGKILL");
});
process.exit(0);
