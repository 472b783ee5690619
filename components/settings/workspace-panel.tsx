"use client";

import { Pencil, Trash2 } from "lucide-react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import type { Workspace } from "@/lib/workspaces/view";

import { TestConnection } from "./test-connection";

type WorkspacePanelProps = { workspace: Workspace; onEdit: () => void; onDelete: () => void };

/** One workspace: what it points at, whether that works, and what can be done with it. */
export function WorkspacePanel({ workspace, onEdit, onDelete }: WorkspacePanelProps) {
  const refusal = useRefusal("workspace:manage");
  const isHere = useWorkspace().id === workspace.id;
  const locked = refusal !== null || workspace.isEmulator;

  return (
    <Panel
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {workspace.label}
          {workspace.isEmulator ? <Badge>built in</Badge> : null}
          {isHere ? <Badge tone="accent">you are here</Badge> : null}
        </span>
      }
      actions={
        <>
          <IconButton label={`Edit ${workspace.label}`} size="sm" disabled={locked} onClick={onEdit}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={`Delete ${workspace.label}`} size="sm" disabled={locked || isHere} onClick={onDelete}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DescriptionList
          items={[
            { term: "Id", value: <span className="font-mono text-sm">{workspace.id}</span> },
            { term: "Region", value: <span className="font-mono text-sm">{workspace.region}</span> },
            { term: "Credentials", value: credentialsOf(workspace) },
            { term: "Endpoint", value: endpointOf(workspace) },
          ]}
        />
        <TestConnection workspaceId={workspace.id} disabled={refusal !== null} />
        {lockedReason(workspace, isHere) ? (
          <p className="text-sm text-muted">{lockedReason(workspace, isHere)}</p>
        ) : null}
      </div>
    </Panel>
  );
}

function credentialsOf({ isEmulator, roleArn }: Workspace) {
  if (isEmulator) return "none needed";
  return roleArn ? <span className="font-mono text-sm break-all">{roleArn}</span> : "the console's own";
}

function endpointOf({ isEmulator, endpointUrl }: Workspace) {
  if (isEmulator) return "the built-in emulator";
  return endpointUrl ? <span className="font-mono text-sm break-all">{endpointUrl}</span> : "AWS's own";
}

function lockedReason({ isEmulator }: Workspace, isHere: boolean): string | null {
  if (isEmulator) return "The built-in workspace cannot be edited or deleted; its defaults can be changed.";
  return isHere ? "To delete this workspace, go to another one first." : null;
}
