import "server-only";
import { cookies } from "next/headers";

import { AppError } from "@/lib/errors";

import { LAST_WORKSPACE_COOKIE } from "./last-workspace";
import { listWorkspaces } from "./service";

/** The workspace that this browser used last, if it is still there, else the first one. */
export async function homeWorkspaceId(): Promise<string> {
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value;
  const workspaces = await listWorkspaces();
  const home = workspaces.find(({ id }) => id === last) ?? workspaces[0];
  if (home) return home.id;
  throw new AppError("not-found", "There is no workspace.", { hint: "Restart the console: it makes the first one." });
}
