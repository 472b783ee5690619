"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";

import { ErrorSummary } from "@/components/aws-form/error-summary";
import { UpdatePreflight } from "@/components/preflight/update-preflight";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { newRequestId } from "@/lib/deploy/request-id";
import { problemIn } from "@/lib/problem-in";
import { diffRuns } from "@/lib/updates/diff-runs";
import { formFromRun } from "@/lib/updates/from-run";
import { updateQueries } from "@/lib/updates/queries";
import { type UpdateFormValues, UpdateInput } from "@/lib/updates/schema";
import { toRun } from "@/lib/updates/to-run";
import type { UpdateStart } from "@/lib/updates/view";

import { AlarmsSection } from "./alarms-section";
import { CaptureSection } from "./capture-section";
import { UPDATE_LABELS } from "./field-labels";
import { StrategySection } from "./strategy-section";
import { UpdateAside } from "./update-aside";
import { UpdateReviewStep } from "./update-review";
import { useStartUpdate, useUpdateReview } from "./use-update";
import { VariantFields } from "./variant-fields";
import { VariantsSection } from "./variants-section";

/** The update form of an endpoint, once it is known what runs. */
export function UpdateForm({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: start } = useSuspenseQuery(updateQueries.start(id, name));
  return <LoadedForm name={name} start={start} />;
}

/** It stays mounted during the review, so that nothing typed is lost. */
function LoadedForm({ name, start }: { name: string; start: UpdateStart }) {
  const form = useForm<UpdateFormValues, unknown, UpdateInput>({
    resolver: zodResolver(UpdateInput),
    defaultValues: formFromRun(name, start.run),
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const asking = useUpdateReview();
  const sending = useStartUpdate();
  const [reviewed, setReviewed] = useState<UpdateInput | null>(null);
  const refusal = useRefusal("endpoint:deploy") ?? start.refusal;
  const review = reviewed && asking.data;

  function openReview() {
    form.setValue("requestId", newRequestId());
    form.setValue("stampedAt", new Date().toISOString());
    sending.reset();
    void form.handleSubmit((input) =>
      asking.mutate(input, {
        onSuccess: () => {
          setReviewed(input);
          window.scrollTo({ top: 0 });
        },
      }),
    )();
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        hidden={Boolean(review)}
        aria-label="Update the endpoint"
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,26rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          openReview();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary labels={UPDATE_LABELS} />
          {start.refusal ? <Callout tone="warning" title={start.refusal} /> : null}
          {asking.error ? <ErrorPanel title="It cannot be sent like this" problem={problemIn(asking.error)} /> : null}
          <VariantsSection run={start.run}>
            {(index, isNew, onRemove) => <VariantFields index={index} isNew={isNew} onRemove={onRemove} />}
          </VariantsSection>
          <CaptureSection />
          <StrategySection />
          <AlarmsSection start={start} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:sticky xl:top-4">
          <UpdateAside run={start.run} isAsync={start.isAsync} />
          <UpdatePreflight run={start.run} />
          <Button type="submit" variant="primary" size="lg" busy={asking.isPending} disabled={refusal !== null}>
            Review the update
          </Button>
          {refusal ? <p className="text-sm text-muted">{refusal}</p> : null}
        </div>
      </form>
      {review ? (
        <UpdateReviewStep
          endpointName={name}
          differences={diffRuns(start.run, toRun(reviewed, start.run))}
          requests={review.requests}
          error={sending.error}
          isBusy={sending.isPending || sending.isSuccess}
          onBack={() => setReviewed(null)}
          onUpdate={() => sending.mutate(reviewed)}
        />
      ) : null}
    </FormProvider>
  );
}
