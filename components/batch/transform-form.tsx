"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { FormProvider, type Resolver, useForm, useWatch } from "react-hook-form";

import { EnvironmentRows } from "@/components/aws-form/environment-rows";
import { ErrorSummary } from "@/components/aws-form/error-summary";
import { InstanceSection } from "@/components/aws-form/instance-section";
import { RoleField } from "@/components/aws-form/role-field";
import { TagRows } from "@/components/aws-form/tag-rows";
import { ContainerSection } from "@/components/deploy/container-section";
import { TokenField } from "@/components/deploy/token-field";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { newRequestId } from "@/lib/deploy/request-id";
import { AppError } from "@/lib/errors";
import { type TransformFormValues, TransformInput } from "@/lib/transform/schema";

import { InputSection, MoreSection, OutputSection } from "./data-sections";
import { FIELD_LABELS } from "./field-labels";
import { ModelSection } from "./model-section";
import { TransformAside } from "./transform-aside";
import { TransformReview } from "./transform-review";
import { useCreateTransform } from "./use-create-transform";

type Props = {
  initial: TransformFormValues;
  hasSavedToken: boolean;
  /** The job that the form was filled from, and whether it had secrets, which do not come back. */
  cloned: { name: string; hadSecrets: boolean } | null;
};

/** The schema keeps fields that only the deploy form's own rules know, which the resolver's types cannot say. */
const resolver = zodResolver(TransformInput) as unknown as Resolver<TransformFormValues, unknown, TransformInput>;

/** The whole form of a new transform job. It stays mounted during the review, so that nothing typed is lost. */
export function TransformForm({ initial, hasSavedToken, cloned }: Props) {
  const form = useForm<TransformFormValues, unknown, TransformInput>({
    resolver,
    defaultValues: initial,
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const create = useCreateTransform();
  const refusal = useRefusal("transform:create");
  const [reviewed, setReviewed] = useState<TransformInput | null>(null);
  const isNew = useWatch({ control: form.control, name: "modelFrom" }) === "new";

  function review() {
    // New at each review: the names in it are those that will be used, and going back begins another job.
    form.setValue("requestId", newRequestId());
    form.setValue("stampedAt", new Date().toISOString());
    create.reset();
    void form.handleSubmit((input) => {
      setReviewed(input);
      window.scrollTo({ top: 0 });
    })();
  }

  function send(input: TransformInput) {
    create.mutate(input, {
      onError: (error) => {
        const fields = error instanceof AppError ? Object.entries(error.problem.fieldErrors ?? {}) : [];
        if (fields.length === 0) return;
        for (const [field, messages] of fields) {
          form.setError(field as keyof TransformFormValues, { message: messages?.[0] });
        }
        setReviewed(null);
      },
    });
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        hidden={reviewed !== null}
        aria-label="New transform job"
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,22rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary labels={FIELD_LABELS} />
          {cloned ? (
            <Callout title={`Filled in as ${cloned.name} was`}>
              {cloned.hadSecrets
                ? "Its secret variables do not come back: add them again."
                : "Change what should be different: most often the input."}
            </Callout>
          ) : null}
          <ModelSection />
          {isNew ? <ContainerSection /> : null}
          <InputSection />
          <OutputSection />
          <InstanceSection
            use="transform"
            description="The machines that run the model. AWS bills them by the second while the job runs."
          />
          <Panel title="Access and environment">
            <div className="flex flex-col gap-5">
              {isNew ? <RoleField purpose="to read the model, the input and to write the output" /> : null}
              {isNew ? <TokenField hasSavedToken={hasSavedToken} /> : null}
              <EnvironmentRows />
              <TagRows />
            </div>
          </Panel>
          <MoreSection />
        </div>
        <div className="flex flex-col gap-4 xl:sticky xl:top-4">
          <TransformAside />
          <Button type="submit" variant="primary" size="lg" disabled={refusal !== null}>
            Review the requests
          </Button>
          {refusal ? <p className="text-sm text-muted">{refusal}</p> : null}
        </div>
      </form>
      {reviewed ? (
        <TransformReview
          input={reviewed}
          error={create.error}
          isBusy={create.isPending || create.isSuccess}
          onBack={() => setReviewed(null)}
          onCreate={() => send(reviewed)}
        />
      ) : null}
    </FormProvider>
  );
}
