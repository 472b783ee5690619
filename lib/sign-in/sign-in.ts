import { AppError } from "@/lib/errors";

import { signInProblem } from "./messages";

// next-auth's own routes, spoken to directly: its browser package would put more code on the sign-in page than the page has.

/** Signs in with name and password; the cookie is set when it resolves. Throws an `AppError` worded for the form. */
export async function signInWithPassword(name: string, password: string): Promise<void> {
  const url = await post("callback/credentials", { name, password });
  const error = url.searchParams.get("error");
  if (error) throw signInProblem(error);
}

/** The identity provider's address for this sign-in; the browser goes there. */
export async function identityProviderUrl(callbackPath: string): Promise<string> {
  const url = await post("signin/oidc", { callbackUrl: callbackPath });
  const error = url.searchParams.get("error");
  if (error) throw signInProblem(error);
  return url.href;
}

async function post(action: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken } = await answer<{ csrfToken: string }>(fetch("/api/auth/csrf", { cache: "no-store" }));
  const body = new URLSearchParams({ csrfToken, callbackUrl: "/", json: "true", ...fields });
  const { url } = await answer<{ url: string }>(fetch(`/api/auth/${action}`, { method: "POST", body }));
  return new URL(url, location.href);
}

// next-auth answers a refused sign-in with 401 and the same JSON, so the status says nothing here.
async function answer<T>(request: Promise<Response>): Promise<T> {
  try {
    return (await (await request).json()) as T;
  } catch {
    throw new AppError("unavailable", "The console could not be reached.", {
      hint: "Check that it is still running and that you are online, then try again.",
    });
  }
}
