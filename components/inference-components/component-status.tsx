import { StatusBadge } from "@/components/ui/status-badge";
import type { ComponentStatus as Status } from "@/lib/inference-components/view";

const TONES = {
  InService: "good",
  Creating: "working",
  Updating: "working",
  Deleting: "working",
  Failed: "danger",
} as const;

/** A component's state in AWS's own word, and under it why it failed. */
export function ComponentStatus({ status, failureReason }: { status: Status; failureReason?: string | null }) {
  return (
    <span className="flex flex-col gap-0.5">
      <StatusBadge tone={TONES[status]} label={status} />
      {failureReason ? <span className="max-w-96 text-sm whitespace-normal text-danger">{failureReason}</span> : null}
    </span>
  );
}
