import { AppError } from "@/lib/errors";

import type { Member } from "./member";
import { can } from "./permissions";

/** Refuses a change of what somebody else made, unless by an operator. `what`: `edit this example`. */
export function requireOwner(member: Member, made: { member_id: string; member_name: string }, what: string): void {
  if (made.member_id === member.id || can(member.role, "endpoint:deploy")) return;
  throw new AppError("forbidden", `Only ${made.member_name} and operators may ${what}.`);
}
