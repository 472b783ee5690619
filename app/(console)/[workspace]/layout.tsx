import { notFound, redirect } from "next/navigation";
import { type ReactNode, Suspense } from "react";

import { AppShell } from "@/components/shell/app-shell";
import { ShellSkeleton } from "@/components/shell/shell-skeleton";
import { type ShellWorkspace, WorkspaceProvider } from "@/components/shell/workspace-context";
import { currentMember } from "@/lib/auth/session";
import { getCallerIdentity } from "@/lib/aws/sts/get-caller-identity";
import { packedPricesOf } from "@/lib/costs/prices";
import { listWorkspaces } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

export default function WorkspaceLayout({ children, params }: LayoutProps<"/[workspace]">) {
  return (
    <Suspense fallback={<ShellSkeleton />}>
      <SignedIn params={params}>{children}</SignedIn>
    </Suspense>
  );
}

type SignedInProps = { params: LayoutProps<"/[workspace]">["params"]; children: ReactNode };

async function SignedIn({ params, children }: SignedInProps) {
  const { workspace: id } = await params;
  const member = await currentMember();
  if (!member) redirect("/sign-in");

  const all = await listWorkspaces();
  const workspace = all.find((each) => each.id === id);
  if (!workspace) notFound();

  return (
    <WorkspaceProvider workspace={forShell(workspace)} member={member} prices={await packedPricesOf(workspace)}>
      <AppShell
        isEmulator={workspace.isEmulator}
        workspaces={all.map(forShell)}
        account={
          <Suspense fallback="account …">
            <Account workspace={workspace} />
          </Suspense>
        }
      >
        {children}
      </AppShell>
    </WorkspaceProvider>
  );
}

/** Streams in: a slow or refused call to AWS must not hold up the page. */
async function Account({ workspace }: { workspace: Workspace }) {
  const identity = await getCallerIdentity(workspace).catch(() => null);
  return identity?.account ?? "account unknown";
}

function forShell({ id, label, region, isEmulator }: Workspace): ShellWorkspace {
  return { id, label, region, isEmulator };
}
