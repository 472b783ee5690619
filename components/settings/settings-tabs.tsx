"use client";

import { usePathname } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { TabLinks } from "@/components/ui/tab-links";
import { workspacePath } from "@/lib/routes";

const TABS = [
  { id: "", label: "Members" },
  { id: "workspaces", label: "Workspaces" },
  { id: "defaults", label: "Defaults" },
  { id: "hub-token", label: "Hub token" },
  { id: "account", label: "Your account" },
] as const;

export function SettingsTabs() {
  const { id } = useWorkspace();
  const [, , , active = ""] = usePathname().split("/");
  const tabs = TABS.map((tab) => ({
    ...tab,
    href: workspacePath(id, tab.id ? `/settings/${tab.id}` : "/settings"),
  }));
  return <TabLinks label="Settings" tabs={tabs} active={active} />;
}
