import { AppError, type Problem } from "@/lib/errors";

/** PUTs bytes and says how many are sent: with XMLHttpRequest, because fetch tells nothing about that. */
export function sendBytes(
  url: string,
  body: Blob,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () =>
      reject(new AppError("unavailable", "The connection to the console was lost.", { hint: "Resume the upload." }));
    request.upload.onprogress = (event) => onSent(Math.min(event.loaded, body.size));
    request.onerror = lost;
    request.onabort = lost;
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200) resolve(answer);
      else reject(problemIn(answer));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("PUT", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function problemIn(answer: unknown): AppError {
  if (typeof answer !== "object" || answer === null || !("code" in answer) || !("message" in answer)) {
    return new AppError("unavailable", "The console did not answer.", { hint: "Resume the upload." });
  }
  const { code, message, ...more } = answer as Problem;
  return new AppError(code, message, more);
}
