import "server-only";
import { startLooker } from "@/lib/async/looker";
import { sessionSecret } from "@/lib/auth/session-secret";
import { database } from "@/lib/db/database";
import { startExpirySweeper } from "@/lib/endpoints/delete-expired";
import { createFirstAdministrator } from "@/lib/members/first-administrator";
import { resumeOperations } from "@/lib/operations/sweeper";
import { createFirstWorkspaces } from "@/lib/workspaces/first-workspaces";

/** Runs once when the server starts, before it answers: secret, tables, first workspaces, what a killed console left undone, first administrator. */
export async function startConsole(): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= sessionSecret();
  // Unset, next-auth would send people to port 3000 whatever the port.
  process.env.NEXTAUTH_URL ??= `http://localhost:${process.env.PORT ?? "3000"}`;
  await database();
  await createFirstWorkspaces();
  resumeOperations();
  startLooker();
  startExpirySweeper();
  const lines = await createFirstAdministrator(process.env.ADMIN_PASSWORD);
  if (lines) console.log(lines.join("\n"));
}
