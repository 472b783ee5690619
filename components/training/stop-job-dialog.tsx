"use client";

import { toast } from "sonner";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

import { useStopJob } from "./use-change-job";

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks once: a stopped job cannot go on. */
export function StopJobDialog({ name, open, onOpenChange }: Props) {
  const stop = useStopJob();

  function change(next: boolean) {
    if (!next) stop.reset();
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title="Stop the training job?"
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
                  toast.success(`Stopping ${name}`, { description: "Its script has two minutes to save its work." });
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
        <span className="font-mono break-all">{name}</span> cannot go on afterwards. Its script is asked to end, and
        what it has saved by then is uploaded to S3.
      </p>
      {stop.error ? <ErrorPanel className="mt-4" problem={problemIn(stop.error)} /> : null}
    </Dialog>
  );
}
