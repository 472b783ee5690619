/** What a job's data log says of a file that failed. */
export type LoggedFailure = { file: string; what: string; message: string };

const LINE = /^\S+:\[sagemaker logs\]: ([^:]+): ?(.*)$/s;

/** Reads the failures in lines of a data log, oldest first: a first line that names the error, then `Message:` and more. */
export function readFailures(messages: readonly string[]): LoggedFailure[] {
  const found = new Map<string, string[]>();
  for (const message of messages) {
    const [, file, rest = ""] = LINE.exec(message) ?? [];
    if (!file?.includes("/")) continue;
    found.set(file, [...(found.get(file) ?? []), rest]);
  }
  return [...found].map(([file, lines]) => {
    const [what = "", ...more] = lines;
    const text = more.filter((line) => line !== "" && line !== "Message:").join("\n");
    return { file, what, message: messageIn(text) };
  });
}

/** The toolkit wraps its message in a JSON object. */
function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === "string" ? message : text;
  } catch {
    return text;
  }
}
