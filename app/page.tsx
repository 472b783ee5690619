import { redirect } from "next/navigation";
import { Suspense } from "react";

import { currentMember } from "@/lib/auth/session";
import { workspacePath } from "@/lib/routes";
import { homeWorkspaceId } from "@/lib/workspaces/home";

/** `/` leads to the workspace this browser used last. */
export default function HomePage() {
  return (
    <Suspense>
      <ToWorkspace />
    </Suspense>
  );
}

async function ToWorkspace(): Promise<never> {
  if (!(await currentMember())) redirect("/sign-in");
  redirect(workspacePath(await homeWorkspaceId()));
}
