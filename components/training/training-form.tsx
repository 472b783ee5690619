"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";

import { EnvironmentRows } from "@/components/aws-form/environment-rows";
import { ErrorSummary } from "@/components/aws-form/error-summary";
import { FormField } from "@/components/aws-form/form-field";
import { InstanceSection } from "@/components/aws-form/instance-section";
import { RoleField } from "@/components/aws-form/role-field";
import { TagRows } from "@/components/aws-form/tag-rows";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { AppError } from "@/lib/errors";
import { type TrainingFormValues, TrainingInput } from "@/lib/training/schema";
import type { PackedSource } from "@/lib/training/source-archive";

import { AdvancedSection } from "./advanced-section";
import { ChannelRows } from "./channel-rows";
import { ContainerSection } from "./container-section";
import { DistributionSection } from "./distribution-section";
import { FIELD_LABELS } from "./field-labels";
import { HubSection } from "./hub-section";
import { HyperparameterRows } from "./hyperparameter-rows";
import { KeptDraft } from "./kept-draft";
import { LimitsSection } from "./limits-section";
import { MetricRows } from "./metric-rows";
import { NameSection } from "./name-section";
import { ReviewStep } from "./review-step";
import { SourceSection } from "./source-section";
import { TrainingAside } from "./training-aside";
import { useCreateJob } from "./use-create-job";
import { useTrainingDraft } from "./use-training-draft";

type TrainingFormProps = {
  initial: TrainingFormValues;
  bucket: string;
  /** Whether the workspace has a saved Hub token. */
  hasSavedToken: boolean;
  /** The job that the form was filled from, and whether it had secrets, which do not come back. */
  cloned: { name: string; hadSecrets: boolean } | null;
};

/** The whole form of a new training job. It stays mounted during the review, so that nothing typed is lost. */
export function TrainingForm({ initial, bucket, hasSavedToken, cloned }: TrainingFormProps) {
  const form = useForm<TrainingFormValues, unknown, TrainingInput>({
    resolver: zodResolver(TrainingInput),
    defaultValues: initial,
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const draft = useTrainingDraft(form, initial);
  const create = useCreateJob();
  const refusal = useRefusal("training:create");
  const [packed, setPacked] = useState<PackedSource | null>(null);
  const [reviewed, setReviewed] = useState<TrainingInput | null>(null);

  function startOver() {
    draft.forget();
    setPacked(null);
    form.reset(initial);
  }

  function review() {
    // New at each review: a name made by the console carries it, and going back begins another job.
    form.setValue("stampedAt", new Date().toISOString());
    create.reset();
    void form.handleSubmit((input) => {
      setReviewed(input);
      window.scrollTo({ top: 0 });
    })();
  }

  function send(input: TrainingInput) {
    create.mutate(
      { input, archive: packed?.archive ?? null },
      {
        onSuccess: draft.forget,
        onError: (error) => {
          const fields = error instanceof AppError ? Object.entries(error.problem.fieldErrors ?? {}) : [];
          if (fields.length === 0) return;
          for (const [field, messages] of fields) {
            form.setError(field as keyof TrainingFormValues, { message: messages?.[0] });
          }
          setReviewed(null);
        },
      },
    );
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        hidden={reviewed !== null}
        aria-label="New training job"
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,22rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary labels={FIELD_LABELS} />
          {draft.isRestored ? <KeptDraft onForget={startOver} /> : null}
          {cloned ? (
            <Callout title={`Filled in as ${cloned.name} was`}>
              {cloned.hadSecrets
                ? "Its secrets do not come back: their fields are empty, type them again."
                : "Change what should be different. The script is the same one, in S3."}
            </Callout>
          ) : null}
          <SourceSection packed={packed} onPacked={setPacked} />
          <NameSection />
          <ContainerSection />
          <InstanceSection
            use="training"
            description="The machines that run the script. AWS bills them by the second while the job runs."
          >
            <FormField name="volumeGb" label="Volume size (GB)" required help="For data, model and checkpoints.">
              {(ids) => <Input {...ids} inputMode="numeric" {...form.register("volumeGb")} />}
            </FormField>
          </InstanceSection>
          <HyperparameterRows />
          <HubSection hasSavedToken={hasSavedToken} />
          <ChannelRows />
          <MetricRows />
          <LimitsSection />
          <DistributionSection />
          <Panel title="Access and environment">
            <div className="flex flex-col gap-5">
              <RoleField purpose="to read data and write the model" />
              <EnvironmentRows />
              <TagRows />
            </div>
          </Panel>
          <AdvancedSection />
        </div>
        <div className="flex flex-col gap-4 xl:sticky xl:top-4">
          <TrainingAside />
          <Button type="submit" variant="primary" size="lg" disabled={refusal !== null}>
            Review the request
          </Button>
          {refusal ? <p className="text-sm text-muted">{refusal}</p> : null}
        </div>
      </form>
      {reviewed ? (
        <ReviewStep
          input={reviewed}
          bucket={bucket}
          error={create.error}
          isBusy={create.isPending || create.isSuccess}
          onBack={() => setReviewed(null)}
          onCreate={() => send(reviewed)}
        />
      ) : null}
    </FormProvider>
  );
}
