"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { Problem } from "@/lib/errors";
import { plural } from "@/lib/format/numbers";
import type { Conflict } from "@/lib/scaling/conflicts";
import type { ScalingRequest } from "@/lib/scaling/requests";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  requests: readonly ScalingRequest[];
  conflicts: readonly Conflict[];
  isRemoval: boolean;
  busy: boolean;
  problem: Problem | null;
  onApply: () => void;
};

/** The last look before anything is changed: the requests exactly as they are sent, in their order. */
export function ReviewChanges({ open, onOpenChange, requests, conflicts, isRemoval, busy, problem, onApply }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={isRemoval ? "Stop scaling" : "Review changes"}
      description={
        isRemoval
          ? "The variant keeps what it has now. Its policies and scheduled actions go with the target, and so do the alarms of its policies."
          : "These requests are sent one after the other. If the console is stopped in between, it goes on with them."
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Back</Button>
          <Button variant={isRemoval ? "danger" : "primary"} busy={busy} onClick={onApply}>
            {isRemoval ? "Stop scaling" : `Send ${plural(requests.length, "request")}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {problem ? <ErrorPanel title="It was not changed" problem={problem} /> : null}
        {conflicts.map(({ tone, text }) => (
          <Callout key={text} tone={tone}>
            {text}
          </Callout>
        ))}
        {requests.map(({ operation, input }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what is shown
          <div key={index} className="flex flex-col gap-1">
            <CodeBlock
              language={`${index + 1}. ${operation}`}
              label={operation}
              code={JSON.stringify(input, null, 2)}
            />
            {operation === "DeleteScalingPolicy" ? (
              <p className="text-sm text-muted">Alarms that AWS made for this policy go with it.</p>
            ) : null}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
