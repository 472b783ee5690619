"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import {
  deleteAlarmAction,
  restoreAlarmAction,
  saveAlarmAction,
  saveOfferedAction,
  switchAlarmActionsAction,
} from "@/lib/alarms/actions";
import { alarmKeys } from "@/lib/alarms/queries";
import type { AlarmRequest, OfferInput, SaveAlarmInput } from "@/lib/alarms/schema";

/** Makes or changes an alarm; every list of alarms looks again. */
export function useSaveAlarm() {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (input: SaveAlarmInput) => saveAlarmAction(id, input).then(unwrap),
    onSettled: useLookAgain(),
  });
}

/** Gives an endpoint alarms of the offered set. */
export function useSaveOffered() {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (input: OfferInput) => saveOfferedAction(id, input).then(unwrap),
    onSettled: useLookAgain(),
  });
}

/** Deletes an alarm, and offers the way back. */
export function useDeleteAlarm() {
  const { id } = useWorkspace();
  const restore = useRestoreAlarm();
  return useMutation({
    mutationFn: (name: string) => deleteAlarmAction(id, { name }).then(unwrap),
    onSuccess: (request, name) => {
      toast.success(`Alarm ${name} deleted`, {
        duration: 15_000,
        ...(request && { action: { label: "Undo", onClick: () => restore.mutate(request) } }),
      });
    },
    onSettled: useLookAgain(),
  });
}

/** Lets an alarm act, or rest. */
export function useSwitchActions(name: string) {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (isOn: boolean) => switchAlarmActionsAction(id, { name, isOn }).then(unwrap),
    onSuccess: (_, isOn) => toast.success(isOn ? `Alarm ${name} acts again` : `Alarm ${name} tells nobody any more`),
    onError: (cause) => toast.error("Its actions were not switched", { description: cause.message }),
    onSettled: useLookAgain(),
  });
}

function useRestoreAlarm() {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (request: AlarmRequest) => restoreAlarmAction(id, request).then(unwrap),
    onSuccess: (_, { AlarmName }) => toast.success(`Alarm ${AlarmName} is back`),
    onError: (cause) => toast.error("The alarm could not be brought back", { description: cause.message }),
    onSettled: useLookAgain(),
  });
}

function useLookAgain() {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  // Not waited for: what was asked for is done, whatever reading it again takes.
  return () => void queryClient.invalidateQueries({ queryKey: alarmKeys.all(id) });
}
