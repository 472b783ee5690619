import "server-only";
import type { Member } from "./member";
import type { Permission } from "./permissions";

/** The signed-in member when they hold `permission`; throws `unauthenticated` or `forbidden`. */
export async function requireMember(permission: Permission): Promise<Member> {
  throw new Error(`no session yet for ${permission}`);
}
