"use client";

import { useMember } from "@/components/shell/workspace-context";
import { Panel } from "@/components/ui/panel";
import { ROLES } from "@/lib/auth/permissions";
import { cn } from "@/lib/cn";

import { ROLE_DESCRIPTIONS } from "./role-descriptions";

/** Who one is, and what one's role may do. */
export function YourRole() {
  const { name, role } = useMember();
  return (
    <Panel title={name} description={`You are ${role}.`} className="max-w-180">
      <ul className="flex flex-col gap-1">
        {ROLES.map((each) => (
          <li key={each} className={cn("flex gap-2", ROLES.indexOf(each) > ROLES.indexOf(role) && "text-muted")}>
            <span className={cn("w-20 shrink-0", each === role && "font-semibold")}>{each}</span>
            <span>
              {ROLE_DESCRIPTIONS[each]}
              {each === role ? " (you)" : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
