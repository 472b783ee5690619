"use client";

import { usePathname } from "next/navigation";

import { SETTINGS_TABS } from "@/components/shell/pages";
import { useWorkspace } from "@/components/shell/workspace-context";
import { TabLinks } from "@/components/ui/tab-links";
import { workspacePath } from "@/lib/routes";

export function SettingsTabs() {
  const { id } = useWorkspace();
  const [, , , active = ""] = usePathname().split("/");
  const tabs = SETTINGS_TABS.map((tab) => ({
    ...tab,
    href: workspacePath(id, tab.id ? `/settings/${tab.id}` : "/settings"),
  }));
  return <TabLinks label="Settings" tabs={tabs} active={active} />;
}
