"use client";

import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { SavedDashboard } from "@/lib/dashboards/view";
import { problemIn } from "@/lib/problem-in";

import { NameDialog } from "./name-dialog";
import { useDashboards } from "./use-dashboards";

type Props = {
  dashboard: SavedDashboard;
  onDuplicated?: (copy: SavedDashboard) => void;
  onDeleted?: () => void;
};

/** What can be done with a dashboard beside changing its charts. */
export function DashboardMenu({ dashboard, onDuplicated, onDeleted }: Props) {
  const { id, version, name, panels } = dashboard;
  const { create, save, remove, refusal, refusalOf } = useDashboards();
  const [asked, setAsked] = useState<"rename" | "duplicate" | "delete" | null>(null);
  const close = () => {
    for (const mutation of [create, save, remove]) mutation.reset();
    setAsked(null);
  };
  const no = refusalOf(dashboard);
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" className="px-2" aria-label={`More for ${name}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={<Pencil />} disabled={no !== null} reason={no ?? undefined} onSelect={() => setAsked("rename")}>
          Rename
        </MenuItem>
        <MenuItem
          icon={<Copy />}
          disabled={refusal !== null}
          reason={refusal ?? undefined}
          onSelect={() => setAsked("duplicate")}
        >
          Duplicate
        </MenuItem>
        <MenuItem
          icon={<Trash2 />}
          tone="danger"
          disabled={no !== null}
          reason={no ?? undefined}
          onSelect={() => setAsked("delete")}
        >
          Delete
        </MenuItem>
      </Menu>
      <NameDialog
        open={asked === "rename"}
        onOpenChange={close}
        title="Rename dashboard"
        initial={name}
        action="Rename"
        busy={save.isPending}
        error={save.error}
        onSubmit={(next) => save.mutate({ id, version, panels, name: next }, { onSuccess: close })}
      />
      <NameDialog
        open={asked === "duplicate"}
        onOpenChange={close}
        title="Duplicate dashboard"
        initial={`${name.slice(0, 75)} copy`}
        action="Duplicate"
        busy={create.isPending}
        error={create.error}
        onSubmit={(next) =>
          create.mutate(
            { name: next, panels },
            {
              onSuccess: (copy) => {
                close();
                toast.success(`"${copy.name}" is made.`);
                onDuplicated?.(copy);
              },
            },
          )
        }
      />
      <Dialog
        open={asked === "delete"}
        onOpenChange={close}
        title={`Delete "${name}"?`}
        description="It goes for everybody in the workspace, and links to it stop working. Metrics and endpoints stay."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(dashboard, {
                  onSuccess: () => {
                    close();
                    toast.success(`"${name}" is deleted.`);
                    onDeleted?.();
                  },
                })
              }
            >
              Delete dashboard
            </Button>
          </>
        }
      >
        {remove.error ? <ErrorPanel problem={problemIn(remove.error)} /> : null}
      </Dialog>
    </>
  );
}
