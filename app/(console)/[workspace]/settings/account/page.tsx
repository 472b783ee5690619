import type { Metadata } from "next";

import { OwnPasswordForm } from "@/components/settings/own-password-form";
import { YourRole } from "@/components/settings/your-role";

export const metadata: Metadata = { title: "Your account" };

export default function AccountPage() {
  return (
    <div className="flex flex-col gap-4">
      <YourRole />
      <OwnPasswordForm />
    </div>
  );
}
