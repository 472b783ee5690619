import "server-only";
import { AppError } from "@/lib/errors";

import type { Workspace } from "./view";

/** The workspace of that id; throws `not-found`. */
export async function requireWorkspace(id: string): Promise<Workspace> {
  throw new AppError("not-found", `There is no workspace ${id}.`);
}
