"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";

import { ErrorSummary } from "@/components/aws-form/error-summary";
import { FormField } from "@/components/aws-form/form-field";
import { InstanceSection } from "@/components/aws-form/instance-section";
import { RoleField } from "@/components/aws-form/role-field";
import { TagRows } from "@/components/aws-form/tag-rows";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { type HostingFormValues, HostingInput } from "@/lib/deploy/hosting/schema";
import { newRequestId } from "@/lib/deploy/request-id";
import { AppError } from "@/lib/errors";

import { HOSTING_LABELS } from "./field-labels";
import { HostingAside } from "./hosting-aside";
import { HostingReview } from "./hosting-review";
import { ScalingFields } from "./scaling-fields";
import { useHosting } from "./use-hosting";

/** An endpoint without a model, for components. It stays mounted during the review, so that nothing typed is lost. */
export function HostingForm({ initial }: { initial: HostingFormValues }) {
  const form = useForm<HostingFormValues, unknown, HostingInput>({
    resolver: zodResolver(HostingInput),
    defaultValues: initial,
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const hosting = useHosting();
  const refusal = useRefusal("endpoint:deploy");
  const [reviewed, setReviewed] = useState<HostingInput | null>(null);

  function review() {
    form.setValue("requestId", newRequestId());
    form.setValue("stampedAt", new Date().toISOString());
    hosting.reset();
    void form.handleSubmit((input) => {
      setReviewed(input);
      window.scrollTo({ top: 0 });
    })();
  }

  function create(input: HostingInput) {
    hosting.mutate(input, {
      onError: (error) => {
        const [message] = (error instanceof AppError && error.problem.fieldErrors?.endpointName) || [];
        if (!message) return;
        form.setError("endpointName", { message });
        setReviewed(null);
      },
    });
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        hidden={reviewed !== null}
        aria-label="Create an endpoint for components"
        className="grid items-start gap-6 xl:grid-cols-[minmax(0,45rem)_minmax(18rem,22rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary labels={HOSTING_LABELS} />
          <Panel title="Endpoint">
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField name="endpointName" label="Name" required help="Letters, digits and hyphens.">
                {(ids) => (
                  <Input {...ids} mono autoComplete="off" spellCheck={false} {...form.register("endpointName")} />
                )}
              </FormField>
              <FormField name="variantName" label="Variant name" required help="The name of its group of instances.">
                {(ids) => (
                  <Input {...ids} mono autoComplete="off" spellCheck={false} {...form.register("variantName")} />
                )}
              </FormField>
            </div>
          </Panel>
          <InstanceSection
            use="hosting"
            description="The machines that components share. AWS bills them by the second, whatever runs on them."
          />
          <ScalingFields />
          <Panel title="Access and tags">
            <div className="flex flex-col gap-4">
              <RoleField purpose="to read models" />
              <TagRows />
            </div>
          </Panel>
        </div>
        <div className="flex flex-col gap-4 xl:sticky xl:top-4">
          <HostingAside />
          <Button type="submit" variant="primary" size="lg" disabled={refusal !== null}>
            Review the requests
          </Button>
          {refusal ? <p className="text-sm text-muted">{refusal}</p> : null}
        </div>
      </form>
      {reviewed ? (
        <HostingReview
          input={reviewed}
          error={hosting.error}
          isBusy={hosting.isPending || hosting.isSuccess}
          onBack={() => setReviewed(null)}
          onCreate={() => create(reviewed)}
        />
      ) : null}
    </FormProvider>
  );
}
