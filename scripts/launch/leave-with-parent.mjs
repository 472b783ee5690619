// Preloaded into children of the supervisor: the IPC channel closes when the supervisor dies, even by kill -9.
if (process.send) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref?.();
}
