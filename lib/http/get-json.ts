import { AppError, type Problem } from "@/lib/errors";

let isAskedAnew = false;

/** What `ask` begins at once, a refetch, is read anew from AWS, not from what the console still holds. */
export function askAnew(ask: () => void): void {
  isAskedAnew = true;
  try {
    ask();
  } finally {
    isAskedAnew = false;
  }
}

/** Fetches JSON from one of the console's own routes; throws the route's `AppError`. */
export async function getJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, {
    ...(isAskedAnew && { cache: "reload" }),
    ...init,
    headers: { accept: "application/json", ...init.headers },
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw unreachable();
  });
  if (response.ok) return (await response.json()) as T;
  throw await problemOf(response);
}

/** The `AppError` that a failed answer of the console's own routes carries. */
export async function problemOf(response: Response): Promise<AppError> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  if (!problem?.code) return unreachable();
  const { code, message, ...more } = problem;
  return new AppError(code, message, more);
}

function unreachable(): AppError {
  return new AppError("unavailable", "The console could not be reached.", {
    hint: "Check that it is still running and that you are online, then try again.",
  });
}
