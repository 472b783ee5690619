import { AppError } from "@/lib/errors";

/**
 * Refuses what a page of another site makes a browser send. The session cookie is SameSite=Lax, but another port or
 * name of the same domain is still the same site to a browser; Next checks this for actions, not for route handlers.
 * Programs that are no browsers do not send the header.
 */
export function refuseOtherSites(headers: Headers): void {
  const from = headers.get("sec-fetch-site");
  if (from === null || from === "same-origin" || from === "none") return;
  throw new AppError("forbidden", "This request came from a page of another site.", {
    hint: "Open the console itself and try again.",
  });
}
