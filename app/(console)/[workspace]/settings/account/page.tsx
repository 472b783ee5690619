import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { PanelBoundary } from "@/components/panel-boundary";
import { OwnPasswordForm } from "@/components/settings/own-password-form";
import { PasswordElsewhere } from "@/components/settings/password-elsewhere";
import { YourRole } from "@/components/settings/your-role";
import { Skeleton } from "@/components/ui/skeleton";
import { oidcConfig } from "@/lib/auth/oidc-config";
import { requireMember } from "@/lib/auth/session";
import { hasPassword } from "@/lib/members/service";

export const metadata: Metadata = { title: "Your account" };

export default function AccountPage() {
  return (
    <div className="flex flex-col gap-4">
      <YourRole />
      <PanelBoundary title="Your account could not be read">
        <Suspense fallback={<Skeleton className="h-72 w-full max-w-180" />}>
          <PasswordSection />
        </Suspense>
      </PanelBoundary>
    </div>
  );
}

async function PasswordSection() {
  await connection();
  const member = await requireMember("profile:write");
  if (await hasPassword(member)) return <OwnPasswordForm />;
  return <PasswordElsewhere identityProvider={oidcConfig()?.label ?? "an identity provider"} />;
}
