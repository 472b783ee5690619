"use client";

import { CircleUserRound, Keyboard, LogOut, Settings } from "lucide-react";

import { Menu, MenuItem, MenuLink, MenuNote, MenuSeparator } from "@/components/ui/menu";
import { workspacePath } from "@/lib/routes";

import { openKeyList } from "./palette/palette-store";
import { signOut } from "./sign-out";
import { useMember, useWorkspace } from "./workspace-context";

/** Who is signed in, with which role, and the way out. */
export function PersonMenu() {
  const member = useMember();
  const { id } = useWorkspace();
  return (
    <Menu
      className="w-56"
      trigger={
        <button
          type="button"
          aria-label={`${member.name}, ${member.role}`}
          className="inline-flex size-8 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-foreground max-sm:size-9"
        >
          <CircleUserRound aria-hidden="true" className="size-4.5" />
        </button>
      }
    >
      <MenuNote>
        <span className="block truncate text-base font-medium text-foreground">{member.name}</span>
        {member.role}
      </MenuNote>
      <MenuSeparator />
      <MenuLink href={workspacePath(id, "/settings")} icon={<Settings aria-hidden="true" />}>
        Settings
      </MenuLink>
      <MenuItem onSelect={openKeyList} icon={<Keyboard aria-hidden="true" />}>
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()} icon={<LogOut aria-hidden="true" />}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
