"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useForm } from "react-hook-form";
import { toast } from "sonner";

import { ErrorSummary } from "@/components/aws-form/error-summary";
import { FormField } from "@/components/aws-form/form-field";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { componentForm, newComponentForm } from "@/lib/inference-components/form-values";
import {
  type ComponentFormValues,
  CreateComponentInput,
  UpdateComponentInput,
} from "@/lib/inference-components/schema";
import type { ComponentDetail } from "@/lib/inference-components/view";
import { problemIn } from "@/lib/problem-in";

import { COMPONENT_LABELS } from "./field-labels";
import { RequestPreview } from "./request-preview";
import { ResourceFields } from "./resource-fields";
import { SourceFields } from "./source-fields";
import { useComponentChanges } from "./use-component-changes";

type Props = {
  endpoint: string;
  variant: VariantDetail;
  /** What stands on the same instances. */
  others: readonly ComponentDetail[];
  /** The component to change; left out, one is made. */
  component?: ComponentDetail;
  onCancel: () => void;
  onDone: (name: string) => void;
};

/** A component to make, or another specification for one that is there. */
export function ComponentForm({ endpoint, variant, others, component, onCancel, onDone }: Props) {
  const form = useForm<ComponentFormValues, unknown, CreateComponentInput>({
    resolver: zodResolver(CreateComponentInput),
    defaultValues: component ? componentForm(component) : newComponentForm(endpoint, variant.name),
    shouldFocusError: false, // the summary at the top takes the focus
  });
  const { create, update } = useComponentChanges(endpoint);
  const refusal = useRefusal("component:write");
  const sending = component ? update : create;

  function send(input: CreateComponentInput) {
    const onSuccess = () => {
      toast.success(component ? `Changing ${input.name}` : `Creating ${input.name}`);
      onDone(input.name);
    };
    if (component) update.mutate(UpdateComponentInput.parse(input), { onSuccess });
    else create.mutate(input, { onSuccess });
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label={component ? `Change ${component.name}` : "Add a component"}
        className="max-w-180"
        onSubmit={(event) => void form.handleSubmit(send)(event)}
      >
        <Panel
          title={component ? `Change what ${component.name} runs` : "Add a component"}
          description={
            component ? "It answers with what it runs now until copies of the new kind are ready." : undefined
          }
        >
          <div className="flex flex-col gap-5">
            <ErrorSummary labels={COMPONENT_LABELS} />
            {component ? null : (
              <div className="grid gap-4 sm:grid-cols-2">
                <FormField name="name" label="Component name" required help="Unique in the account and region.">
                  {(ids) => <Input {...ids} mono autoComplete="off" spellCheck={false} {...form.register("name")} />}
                </FormField>
                <FormField name="copies" label="Copies" required help="At least one to begin with.">
                  {(ids) => <Input {...ids} type="number" inputMode="numeric" min={1} {...form.register("copies")} />}
                </FormField>
              </div>
            )}
            <SourceFields />
            <ResourceFields variant={variant} others={others} component={component ?? null} />
            <RequestPreview isUpdate={component !== undefined} />
            {sending.error ? (
              <ErrorPanel
                title={component ? "It was not changed" : "It was not created"}
                problem={problemIn(sending.error)}
              />
            ) : null}
            <div className="flex flex-wrap items-center gap-2 border-t border-border pt-4">
              <Button type="submit" variant="primary" busy={sending.isPending} disabled={refusal !== null}>
                {component ? "Change component" : "Create component"}
              </Button>
              <Button onClick={onCancel}>Cancel</Button>
              {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
            </div>
          </div>
        </Panel>
      </form>
    </FormProvider>
  );
}
