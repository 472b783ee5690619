// Preloaded into children of the supervisor: the IPC channel closes when the supervisor dies, even by kill -9.
if (process.send) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // A child that has finished may end. `next dev` only waits for its own child, and that one for word of what to serve:
  // nothing else would hold them.
  if (process.argv[2] !== "dev" && !process.env.NEXT_PRIVATE_WORKER) process.channel?.unref?.();
}
