"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Toolbar } from "@/components/ui/toolbar";
import { problemIn } from "@/lib/problem-in";
import { deleteWorkspaceAction } from "@/lib/workspaces/actions";
import { workspaceKeys, workspaceQueries } from "@/lib/workspaces/queries";
import type { Workspace } from "@/lib/workspaces/view";

import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";
import { WorkspaceDialog } from "./workspace-dialog";
import { WorkspacePanel } from "./workspace-panel";

export function WorkspacesView() {
  const router = useRouter();
  const { data: workspaces } = useSuspenseQuery(workspaceQueries.list());
  const refusal = useRefusal("workspace:manage");
  const [editing, setEditing] = useState<Workspace | "new" | null>(null);
  const [deleting, setDeleting] = useState<Workspace | null>(null);
  const remove = useChange(deleteWorkspaceAction, {
    refresh: workspaceKeys.all,
    done: ({ id }) => `Workspace ${id} was deleted`,
  });
  // The top bar's list of workspaces comes with the page.
  const refreshShell = () => router.refresh();

  return (
    <>
      <Toolbar
        label="Workspaces"
        end={
          <Button variant="primary" disabled={refusal !== null} onClick={() => setEditing("new")}>
            <Plus aria-hidden="true" />
            Add workspace
          </Button>
        }
      >
        <RefusalNote refusal={refusal} />
      </Toolbar>
      <div className="grid gap-4 lg:grid-cols-2">
        {workspaces.map((workspace) => (
          <WorkspacePanel
            key={workspace.id}
            workspace={workspace}
            onEdit={() => setEditing(workspace)}
            onDelete={() => setDeleting(workspace)}
          />
        ))}
      </div>
      <WorkspaceDialog
        workspace={editing === "new" ? null : editing}
        open={editing !== null}
        onClose={() => {
          setEditing(null);
          refreshShell();
        }}
      />
      <ConfirmByName
        open={deleting !== null}
        onOpenChange={() => {
          setDeleting(null);
          remove.reset();
        }}
        title={`Delete workspace ${deleting?.label ?? ""}`}
        name={deleting?.id ?? ""}
        actionLabel="Delete workspace"
        busy={remove.isPending}
        error={remove.error ? problemIn(remove.error) : null}
        onConfirm={() =>
          deleting &&
          remove.mutate(
            { id: deleting.id },
            {
              onSuccess: () => {
                setDeleting(null);
                refreshShell();
              },
            },
          )
        }
      >
        <p>
          The workspace, its defaults and its Hub token go from this console, and links to it stop working. Nothing in
          the AWS account changes: endpoints there keep running and costing.
        </p>
      </ConfirmByName>
    </>
  );
}
