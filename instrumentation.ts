/** Next calls this once when a server starts, before the first request; never during a build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startConsole } = await import("@/lib/startup/start-console");
  await startConsole();
}
