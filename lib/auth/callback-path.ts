/** Where to go after sign-in: only a path of this console, never another site. Falls back to the start page. */
export function safeCallbackPath(wished: string | null | undefined): string {
  if (!wished) return "/";
  try {
    const base = "http://console.invalid";
    const { origin, pathname, search } = new URL(wished, base);
    const isOurs = origin === base && pathname.startsWith("/") && !pathname.startsWith("//");
    if (!isOurs || pathname === "/sign-in" || pathname.startsWith("/api/")) return "/";
    return pathname + search;
  } catch {
    return "/";
  }
}
