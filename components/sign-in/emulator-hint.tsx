/** Tells a newcomer on the built-in emulator where the first password is. */
export function EmulatorHint() {
  return (
    <p className="text-center text-sm text-balance text-muted">
      This console runs on its built-in SageMaker emulator; no AWS account is used. The first administrator is{" "}
      <span className="font-mono text-foreground">admin</span>, with the password that the terminal showed on the first
      start.
    </p>
  );
}
