/** Why camera or microphone cannot be used, with what to do; null as the cause: the browser offers none on this page. */
export function captureRefusal(device: "camera" | "microphone", cause: unknown): string {
  const name = cause instanceof Error ? cause.name : null;
  if (cause === null) {
    return `Browsers give a page the ${device} only over https or on this machine itself. Choose a file instead.`;
  }
  if (name === "NotAllowedError" || name === "SecurityError") {
    return `The ${device} is not allowed for this page. Allow it in the browser's address bar, or choose a file instead.`;
  }
  if (name === "NotFoundError" || name === "OverconstrainedError") {
    return `There is no ${device} on this device. Choose a file instead.`;
  }
  return `The ${device} cannot be used now; another program may have it. Choose a file instead.`;
}
