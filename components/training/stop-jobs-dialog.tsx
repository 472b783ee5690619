"use client";

import { useState } from "react";
import { toast } from "sonner";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { StatusBadge } from "@/components/ui/status-badge";
import { plural } from "@/lib/format/numbers";

import { type StopOutcome, useStopJobs } from "./use-stop-jobs";

type Props = {
  /** The jobs that run, at the moment when the dialog opens. */
  names: readonly string[];
  onClose: () => void;
};

/** Asks once for all of them, then says of each what became of it; closes by itself when all were stopped. */
export function StopJobsDialog({ names, onClose }: Props) {
  // The list behind goes on: what was asked about stays.
  const [asked] = useState(names);
  const { outcomes, isStopping, stop } = useStopJobs();
  const left = asked.filter((name) => outcomes[name]?.state !== "asked");
  const isRetry = Object.keys(outcomes).length > 0;

  async function confirm() {
    const stopped = await stop(left);
    if (!stopped.every(Boolean)) return;
    onClose();
    toast.success(`Stopping ${plural(asked.length, "training job")}`, {
      description: "Their scripts have two minutes to save their work.",
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !isStopping) onClose();
      }}
      size="md"
      title={asked.length === 1 ? "Stop the training job?" : `Stop ${plural(asked.length, "training job")}?`}
      footer={
        <>
          <Button disabled={isStopping} onClick={onClose}>
            {isRetry ? "Close" : asked.length === 1 ? "Let it run" : "Let them run"}
          </Button>
          <Button variant="danger" busy={isStopping} onClick={() => void confirm()}>
            {isRetry && !isStopping ? "Try again" : `Stop ${plural(left.length, "job")}`}
          </Button>
        </>
      }
    >
      <p>
        {asked.length === 1
          ? "It cannot go on afterwards. Its script is asked to end, and what it has saved by then is uploaded to S3."
          : "They cannot go on afterwards. Their scripts are asked to end, and what they have saved by then is uploaded to S3."}
      </p>
      <ul aria-label="Jobs to stop" className="mt-3 flex max-h-72 flex-col gap-2 overflow-y-auto">
        {asked.map((name) => (
          <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 font-mono text-sm break-all">{name}</span>
            <Outcome outcome={outcomes[name]} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: StopOutcome | undefined }) {
  if (!outcome) return null;
  if (outcome.state === "stopping") return <StatusBadge tone="working" label="Stopping" />;
  if (outcome.state === "asked") return <StatusBadge tone="good" label="Asked to end" />;
  const { message, hint } = outcome.problem;
  return (
    <div role="alert" className="w-full text-sm">
      <StatusBadge tone="danger" label="Not stopped" />
      <p className="break-words">
        {message} {hint}
      </p>
    </div>
  );
}
