"use client";

import { useState } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { Problem } from "@/lib/errors";
import { plural } from "@/lib/format/numbers";
import { operationPath } from "@/lib/operations/view";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { planChange } from "@/lib/scaling/plan-change";
import type { ScalingConfig } from "@/lib/scaling/schema";

import { BoundsFields } from "./bounds-fields";
import { PolicyFields } from "./policy-fields";
import { ReviewChanges } from "./review-changes";
import { ScheduleFields } from "./schedule-fields";
import { type ReviewedChange, useChangeScaling } from "./use-change-scaling";
import { useScalingDraft } from "./use-scaling-draft";

type Props = {
  endpoint: string;
  mode: EndpointMode;
  scaling: VariantScaling;
  /** What the form begins with: what is there, or what was there before a change that is to be undone. */
  start: ScalingConfig | null;
  onDone: (undo: ScalingConfig | null) => void;
  onCancel: () => void;
};

/** Bounds, policies and schedules of one target in one form; nothing is sent before its requests were seen. */
export function ScalingEditor({ endpoint, mode, scaling, start, onDone, onCancel }: Props) {
  const { id } = useWorkspace();
  const refusal = useRefusal("endpoint:deploy");
  const draft = useScalingDraft(scaling, mode, start);
  const change = useChangeScaling(endpoint, scaling);
  // Kept as it was shown: what is there may change under the eyes of who reads it, and the server then refuses.
  const [review, setReview] = useState<ReviewedChange | null>(null);
  const target = { resourceId: scaling.resourceId, dimension: scaling.dimension };
  const present = scaling.config && { config: scaling.config, arns: scaling.arns };
  const isRemoval = review?.wish === null;
  /** Of a change that AWS refused somewhere on its way: the form stays as it is, and asks for what is missing. */
  const [refused, setRefused] = useState<Problem | null>(null);

  function apply() {
    if (!review) return;
    setRefused(null);
    change.mutate(review, {
      onSuccess: (operation) => {
        setReview(null);
        if (operation.status === "failed") {
          setRefused(operation.problem ?? { code: "unexpected", message: "It failed without a reason." });
          return;
        }
        if (operation.status === "succeeded") {
          toast.success(isRemoval ? `${scaling.variant} is no longer scaled` : "Scaling changed");
        } else {
          toast.warning("The change is not finished", {
            description: operation.problem?.message ?? "AWS is slow at the moment: the console goes on with it.",
            action: {
              label: "Look",
              onClick: () => window.location.assign(workspacePath(id, operationPath(operation.id))),
            },
          });
        }
        onDone(scaling.config);
      },
    });
  }

  return (
    <Panel
      title={scaling.config ? `Change the scaling of ${scaling.variant}` : `Scale ${scaling.variant}`}
      actions={
        scaling.config ? (
          <Button
            size="sm"
            disabled={refusal !== null}
            onClick={() => setReview({ wish: null, requests: planChange(target, present, null) })}
          >
            Stop scaling…
          </Button>
        ) : null
      }
    >
      <form
        aria-label="Scaling"
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          const wish = draft.check();
          if (wish) setReview({ wish, requests: draft.requests });
        }}
      >
        {refused ? (
          <ErrorPanel title="AWS did not take all of it" problem={refused}>
            <p className="mt-1 text-muted">
              {draft.requests.length === 0
                ? "What was refused is no longer asked for."
                : `What you entered is still here. ${plural(draft.requests.length, "request")} of it ${draft.requests.length === 1 ? "is" : "are"} missing: review and send again.`}
            </p>
          </ErrorPanel>
        ) : null}
        <Part title="Bounds">
          <BoundsFields draft={draft} scaling={scaling} />
        </Part>
        <Part title="Policies">
          <PolicyFields draft={draft} scaling={scaling} endpoint={endpoint} mode={mode} />
        </Part>
        <Part title="Scheduled actions">
          {scaling.scheduledProblem ? (
            <Callout title="Scheduled actions could not be read">{scaling.scheduledProblem}</Callout>
          ) : (
            <ScheduleFields
              scheduled={draft.draft.scheduled}
              min={draft.draft.min}
              onChange={(scheduled) => draft.change({ scheduled })}
              error={draft.error}
            />
          )}
        </Part>
        {draft.conflicts.length > 0 ? (
          <section aria-label="How these work together" className="flex flex-col gap-2">
            {draft.conflicts.map(({ tone, text }) => (
              <Callout key={text} tone={tone}>
                {text}
              </Callout>
            ))}
          </section>
        ) : null}
        <div className="flex flex-wrap items-center gap-2 border-t border-border pt-4">
          <Button
            type="submit"
            variant="primary"
            disabled={refusal !== null || (draft.requests.length === 0 && draft.problemCount === 0 && draft.isValid)}
          >
            Review changes
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
          <p role="status" className="text-sm text-muted">
            {refusal ??
              (draft.problemCount > 0
                ? `${plural(draft.problemCount, "field")} to mend.`
                : draft.requests.length === 0
                  ? "Nothing is changed yet."
                  : `${plural(draft.requests.length, "request")} to AWS.`)}
          </p>
        </div>
      </form>
      <ReviewChanges
        open={review !== null}
        onOpenChange={(open) => {
          if (!open) {
            setReview(null);
            change.reset();
          }
        }}
        requests={review?.requests ?? []}
        conflicts={isRemoval ? [] : draft.conflicts.filter(({ tone }) => tone === "warning")}
        isRemoval={isRemoval}
        busy={change.isPending}
        problem={change.error ? problemIn(change.error) : null}
        onApply={apply}
      />
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-2 text-sm font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
