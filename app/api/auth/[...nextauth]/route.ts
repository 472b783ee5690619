import type { NextRequest } from "next/server";

import { nextAuthRoute } from "@/lib/auth/next-auth-route";

export function GET(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  return nextAuthRoute(request, context);
}

export function POST(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  return nextAuthRoute(request, context);
}
