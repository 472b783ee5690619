"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { unwrap } from "@/lib/actions/unwrap";
import { problemIn } from "@/lib/problem-in";
import { deleteLeftAlarmAction } from "@/lib/scaling/actions";
import { scalingKeys } from "@/lib/scaling/queries";

/** An alarm whose policy is gone, and the way to be rid of it. */
export function LeftAlarm({ name }: { name: string }) {
  const { id } = useWorkspace();
  const queryClient = useQueryClient();
  const refusal = useRefusal("endpoint:deploy");
  const [isOpen, setOpen] = useState(false);
  const removal = useMutation({
    mutationFn: () => deleteLeftAlarmAction(id, { name }).then(unwrap),
    onSuccess: () => {
      setOpen(false);
      toast.success(`Deleted the alarm ${name}`);
      void queryClient.invalidateQueries({ queryKey: scalingKeys.list(id, "alarms") });
    },
  });
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <span className="max-w-72 font-mono text-xs break-all">{name}</span>
      <Button size="sm" disabled={refusal !== null} title={refusal ?? undefined} onClick={() => setOpen(true)}>
        Delete alarm
      </Button>
      <ConfirmByName
        open={isOpen}
        onOpenChange={setOpen}
        title="Delete alarm"
        name={name}
        actionLabel="Delete alarm"
        onConfirm={() => removal.mutate()}
        busy={removal.isPending}
        error={removal.error ? problemIn(removal.error) : null}
      >
        <p className="text-base">It starts a scaling policy that does not exist any more. Nothing else goes.</p>
      </ConfirmByName>
    </span>
  );
}
