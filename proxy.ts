import { type NextRequest, NextResponse } from "next/server";

import { hasSession } from "@/lib/auth/has-session";

/** Sends people who are not signed in to the sign-in page. It guards nothing: each page section, action and route checks. */
export async function proxy(request: NextRequest) {
  if (await hasSession(request)) return NextResponse.next();
  const signIn = new URL("/sign-in", request.nextUrl);
  const { pathname, search } = request.nextUrl;
  if (pathname !== "/") signIn.searchParams.set("callbackUrl", pathname + search);
  return NextResponse.redirect(signIn);
}

// Not /api (it answers 401 itself), the sign-in page, Next's own files, nor files of public/.
export const config = {
  matcher: ["/((?!api/|api$|sign-in$|_next/|.*\\.(?:svg|png|jpg|ico|webp|woff2|txt|webmanifest|js|css)$).*)"],
};
