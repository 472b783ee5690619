"use client";

import { useState } from "react";
import { toast } from "sonner";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { problemIn } from "@/lib/problem-in";
import { conflictsOf } from "@/lib/scaling/conflicts";
import { planChange } from "@/lib/scaling/plan-change";
import { applyChange } from "@/lib/scaling/replay/apply-change";
import type { ReplayChange } from "@/lib/scaling/replay/view";
import { ScalingConfig } from "@/lib/scaling/schema";

import { ReviewChanges } from "../editor/review-changes";
import { type ReviewedChange, useChangeScaling } from "../editor/use-change-scaling";
import type { ReplaySubject } from "./replay-workbench";

type ApplyReplayProps = {
  subject: ReplaySubject;
  change: ReplayChange;
  /** The policy that is changed; empty where one is to be made. */
  policy: string;
};

/** Puts the tried settings into effect by the editor's own review: the requests are seen before they are sent. */
export function ApplyReplay({ subject, change, policy }: ApplyReplayProps) {
  const { endpoint, mode, scaling } = subject;
  const refusal = useRefusal("endpoint:deploy");
  const sending = useChangeScaling(endpoint, scaling);
  const [review, setReview] = useState<ReviewedChange | null>(null);
  const parsed = ScalingConfig.safeParse(applyChange({ ...subject, change, policy }));
  const present = scaling.config && { config: scaling.config, arns: scaling.arns };
  const requests = parsed.success
    ? planChange({ resourceId: scaling.resourceId, dimension: scaling.dimension }, present, parsed.data)
    : [];
  const conflicts = parsed.success ? conflictsOf({ mode, dimension: scaling.dimension, config: parsed.data }) : [];

  function close() {
    setReview(null);
    sending.reset();
  }
  function send() {
    if (!review) return;
    sending.mutate(review, {
      onSuccess: ({ status, problem }) => {
        close();
        if (status === "succeeded") toast.success("Scaling changed");
        else
          toast.warning("The change is not finished", {
            description: problem?.message ?? "The console goes on with it.",
          });
      },
    });
  }

  return (
    <>
      {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      <Button
        variant="primary"
        disabled={refusal !== null || requests.length === 0}
        onClick={() => parsed.success && setReview({ wish: parsed.data, requests })}
      >
        Apply these settings
      </Button>
      <ReviewChanges
        open={review !== null}
        onOpenChange={(open) => !open && close()}
        requests={review?.requests ?? []}
        conflicts={conflicts.filter(({ tone }) => tone === "warning")}
        isRemoval={false}
        busy={sending.isPending}
        problem={sending.error ? problemIn(sending.error) : null}
        onApply={send}
      />
    </>
  );
}
