"use client";

import { toast } from "sonner";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

import { useStopTransform } from "./use-stop-transform";

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks once: a stopped job cannot go on. */
export function StopTransformDialog({ name, open, onOpenChange }: Props) {
  const stop = useStopTransform();

  function change(next: boolean) {
    if (!next) stop.reset();
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title="Stop the transform job?"
      footer={
        <>
          <Button onClick={() => change(false)}>Let it run</Button>
          <Button
            variant="danger"
            busy={stop.isPending}
            onClick={() =>
              stop.mutate(name, {
                onSuccess: () => {
                  change(false);
                  toast.success(`Stopping ${name}`, { description: "Files that are not done leave no result." });
                },
              })
            }
          >
            Stop job
          </Button>
        </>
      }
    >
      <p>
        <span className="font-mono break-all">{name}</span> cannot go on afterwards. Files that are done keep their
        results; the others leave none.
      </p>
      {stop.error ? <ErrorPanel className="mt-4" problem={problemIn(stop.error)} /> : null}
    </Dialog>
  );
}
