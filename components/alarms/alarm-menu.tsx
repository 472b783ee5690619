"use client";

import { Bell, BellOff, ChartLine, Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";
import { type AlarmView, editRefusal } from "@/lib/alarms/view";
import { workspacePath } from "@/lib/routes";

import { DeleteAlarmDialog } from "./delete-alarm-dialog";
import { EditAlarm } from "./edit-alarm";
import { useSwitchActions } from "./use-alarm-changes";

type Props = { alarm: AlarmView; onDeleted?: () => void };

/** What can be done with an alarm. */
export function AlarmMenu({ alarm, onDeleted }: Props) {
  const { id } = useWorkspace();
  const { copy } = useCopy();
  const [open, setOpen] = useState<"edit" | "delete" | null>(null);
  const role = useRefusal("alarm:write");
  const cannotEdit = role ?? editRefusal(alarm);
  const switching = useSwitchActions(alarm.name);
  const cannotDelete = role ?? (alarm.isOfScaling ? editRefusal(alarm) : null);
  return (
    <>
      <Menu
        trigger={
          <IconButton size="sm" label={`Actions for ${alarm.name}`}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Pencil aria-hidden="true" />}
          disabled={cannotEdit !== null}
          reason={cannotEdit ?? undefined}
          onSelect={() => setOpen("edit")}
        >
          Edit…
        </MenuItem>
        <MenuItem
          icon={alarm.isTelling ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />}
          disabled={cannotDelete !== null || switching.isPending}
          reason={cannotDelete ?? undefined}
          onSelect={() => switching.mutate(!alarm.isTelling)}
        >
          {alarm.isTelling ? "Disable actions" : "Enable actions"}
        </MenuItem>
        <MenuLink
          href={workspacePath(id, `/endpoints/${encodeURIComponent(alarm.endpoint)}?tab=metrics`)}
          icon={<ChartLine aria-hidden="true" />}
        >
          Metrics of the endpoint
        </MenuLink>
        <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => copy(alarm.arn)}>
          Copy ARN
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          tone="danger"
          icon={<Trash2 aria-hidden="true" />}
          disabled={cannotDelete !== null}
          reason={cannotDelete ?? undefined}
          onSelect={() => setOpen("delete")}
        >
          Delete…
        </MenuItem>
      </Menu>
      {open === "edit" ? <EditAlarm alarm={alarm} onClose={() => setOpen(null)} /> : null}
      <DeleteAlarmDialog
        alarm={alarm}
        open={open === "delete"}
        onClose={() => setOpen(null)}
        onDeleted={onDeleted ?? (() => {})}
      />
    </>
  );
}
