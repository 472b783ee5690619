"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/aws-form/error-summary";
import { PreflightPanel } from "@/components/preflight/preflight-panel";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { type WorkloadDraft, workloadInLink } from "@/lib/deploy/advice/workload";
import { newRequestId } from "@/lib/deploy/request-id";
import { type DeployFormValues, DeployInput } from "@/lib/deploy/schema";
import { AppError } from "@/lib/errors";
import { AccessSection } from "./access-section";
import { AdvancedSection } from "./advanced-section";
import { BasicsSection } from "./basics-section";
import type { CodeFiles } from "./code-files";
import { ContainerSection } from "./container-section";
import { DeployAside } from "./deploy-aside";
import { FIELD_LABELS } from "./field-labels";
import { ImportDialog } from "./import-dialog";
import { ModeSection } from "./mode-section";
import { OwnCodeSection } from "./own-code-section";
import { ReviewStep } from "./review-step";
import { SourceSection } from "./source-section";
import { useDeploy } from "./use-deploy";
import { useLinkInAddress } from "./use-link-in-address";
import { SuggestedContext, suggestionsFor } from "./use-suggestions";

type DeployFormProps = {
  initial: DeployFormValues;
  /** What the link told the mode advisor; null: it is closed. */
  initialWorkload: WorkloadDraft | null;
  hasSavedToken: boolean;
  bucket: string;
};

/** The whole deploy form. It stays mounted during the review, so that nothing typed is lost. */
export function DeployForm({ initial, initialWorkload, hasSavedToken, bucket }: DeployFormProps) {
  const form = useForm<DeployFormValues, unknown, DeployInput>({
    resolver: zodResolver(DeployInput),
    defaultValues: initial,
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const deploy = useDeploy();
  const refusal = useRefusal("endpoint:deploy");
  const [reviewed, setReviewed] = useState<DeployInput | null>(null);
  const [extras, setExtras] = useState<CodeFiles>([]);
  const suggested = useRef(suggestionsFor(initial));
  const [workload, setWorkload] = useState(initialWorkload);
  useLinkInAddress(form.control, workloadInLink(workload));

  function review() {
    // New at each review: the names in it are those that will be used, and going back begins another deploy.
    form.setValue("requestId", newRequestId());
    form.setValue("stampedAt", new Date().toISOString());
    deploy.reset();
    void form.handleSubmit((input) => {
      setReviewed(input);
      window.scrollTo({ top: 0 });
    })();
  }

  function send(input: DeployInput) {
    deploy.mutate(
      { input, extras },
      {
        onError: (error) => {
          const fields = error instanceof AppError ? Object.entries(error.problem.fieldErrors ?? {}) : [];
          if (fields.length === 0) return;
          for (const [field, messages] of fields) {
            form.setError(field as keyof DeployFormValues, { message: messages?.[0] });
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
        aria-label="Deploy a model"
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,22rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary labels={FIELD_LABELS} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-muted">Have it as code or JSON already?</p>
            <ImportDialog executionRoleArn={initial.executionRoleArn} hasSavedToken={hasSavedToken} />
          </div>
          <SuggestedContext value={suggested}>
            <SourceSection />
          </SuggestedContext>
          <OwnCodeSection extras={extras} onExtras={setExtras} />
          <BasicsSection />
          <ContainerSection />
          <ModeSection workload={workload} onWorkload={setWorkload} />
          <AccessSection hasSavedToken={hasSavedToken} />
          <AdvancedSection />
        </div>
        <div className="flex flex-col gap-4 xl:sticky xl:top-4">
          <DeployAside />
          <PreflightPanel />
          <Button type="submit" variant="primary" size="lg" disabled={refusal !== null}>
            Review the requests
          </Button>
          {refusal ? <p className="text-sm text-muted">{refusal}</p> : null}
        </div>
      </form>
      {reviewed ? (
        <ReviewStep
          input={reviewed}
          bucket={bucket}
          error={deploy.error}
          isBusy={deploy.isPending || deploy.isSuccess}
          onBack={() => setReviewed(null)}
          onDeploy={() => send(reviewed)}
        />
      ) : null}
    </FormProvider>
  );
}
