import { getJson } from "@/lib/http/get-json";

/** Ends the session and goes to the sign-in page with a full load, so that nothing read before stays in memory. */
export async function signOut(): Promise<void> {
  const { csrfToken } = await getJson<{ csrfToken: string }>("/api/auth/csrf");
  await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
  window.location.assign("/sign-in");
}
