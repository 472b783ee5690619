"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { AlarmView } from "@/lib/alarms/view";
import { alarmSentence } from "@/lib/alarms/words";
import { problemIn } from "@/lib/problem-in";

import { useDeleteAlarm } from "./use-alarm-changes";

type Props = { alarm: AlarmView; open: boolean; onClose: () => void; onDeleted: () => void };

/** Asks before an alarm goes; what the console can make again comes back by "Undo". */
export function DeleteAlarmDialog({ alarm, open, onClose, onDeleted }: Props) {
  const deletion = useDeleteAlarm();
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title="Delete alarm?"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            busy={deletion.isPending}
            onClick={() =>
              deletion.mutate(alarm.name, {
                onSuccess: () => {
                  onClose();
                  onDeleted();
                },
              })
            }
          >
            Delete alarm
          </Button>
        </>
      }
    >
      <p>
        <span className="font-mono break-all">{alarm.name}</span>: {alarmSentence(alarm)}.
      </p>
      <p className="mt-2 text-muted">
        Nobody is told any more. Its topic stays, and CloudWatch keeps its history for 30 days.
        {alarm.metric && alarm.rule ? null : " The console cannot bring this one back."}
      </p>
      {deletion.error ? <ErrorPanel className="mt-3" problem={problemIn(deletion.error)} /> : null}
    </Dialog>
  );
}
