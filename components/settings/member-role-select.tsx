"use client";

import { toast } from "sonner";

import { useCan, useMember } from "@/components/shell/workspace-context";
import { Select } from "@/components/ui/select";
import { ROLES, type Role } from "@/lib/auth/permissions";
import { changeRoleAction } from "@/lib/members/actions";
import { memberKeys } from "@/lib/members/queries";
import type { MemberView } from "@/lib/members/view";

import { useChange } from "./use-change";

/** A member's role, changed in place. */
export function MemberRoleSelect({ member }: { member: MemberView }) {
  const allowed = useCan("member:manage");
  const isSelf = useMember().id === member.id;
  const change = useChange(changeRoleAction, {
    refresh: memberKeys.all,
    done: ({ name, role }) => `${name} is ${role} now`,
  });

  return (
    <Select
      aria-label={`Role of ${member.name}`}
      title={isSelf ? "Another administrator can change your role." : undefined}
      className="w-28"
      disabled={!allowed || isSelf || change.isPending}
      value={change.isPending ? change.variables.role : member.role}
      onChange={(event) =>
        change.mutate(
          { id: member.id, name: member.name, role: event.target.value as Role },
          { onError: (error) => toast.error(error.message) },
        )
      }
    >
      {ROLES.map((role) => (
        <option key={role}>{role}</option>
      ))}
    </Select>
  );
}
