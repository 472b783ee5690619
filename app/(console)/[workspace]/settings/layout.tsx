import type { ReactNode } from "react";

import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageHead } from "@/components/ui/page-head";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <main>
      <PageHead title="Settings" />
      <SettingsTabs />
      <div className="pt-5">{children}</div>
    </main>
  );
}
