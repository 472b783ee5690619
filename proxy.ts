import { type NextRequest, NextResponse } from "next/server";

import { hasSession } from "@/lib/auth/has-session";
import { LAST_WORKSPACE_COOKIE } from "@/lib/workspaces/last-workspace";

/** Sends people who are not signed in to the sign-in page. It guards nothing: each page section, action and route checks. */
export async function proxy(request: NextRequest) {
  if (!(await hasSession(request))) return NextResponse.redirect(signInUrl(request));
  const response = NextResponse.next();
  const workspace = request.nextUrl.pathname.split("/")[1];
  if (workspace && request.cookies.get(LAST_WORKSPACE_COOKIE)?.value !== workspace) {
    response.cookies.set(LAST_WORKSPACE_COOKIE, workspace, { httpOnly: true, sameSite: "lax" });
  }
  return response;
}

function signInUrl({ nextUrl }: NextRequest): URL {
  const url = new URL("/sign-in", nextUrl);
  if (nextUrl.pathname !== "/") url.searchParams.set("callbackUrl", nextUrl.pathname + nextUrl.search);
  return url;
}

// Not /api (it answers 401 itself), the sign-in page, Next's own files, nor files of public/.
export const config = {
  matcher: ["/((?!api/|api$|sign-in$|_next/|.*\\.(?:svg|png|jpg|ico|webp|woff2|txt|webmanifest|js|css)$).*)"],
};
