"use client";

import { ChevronRight } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";

import { CodeBlock } from "@/components/ui/code-block";
import { createComponentRequest, maskSpecification, updateComponentRequest } from "@/lib/inference-components/requests";
import { type ComponentFormValues, CreateComponentInput } from "@/lib/inference-components/schema";
import { MASK } from "@/lib/secrets/mask";

/** The call as it will be sent, secrets hidden, as soon as nothing stands in its way. */
export function RequestPreview({ isUpdate }: { isUpdate: boolean }) {
  const { control } = useFormContext<ComponentFormValues>();
  const parsed = CreateComponentInput.safeParse(useWatch({ control }));
  const operation = isUpdate ? "UpdateInferenceComponent" : "CreateInferenceComponent";
  return (
    <details>
      <summary className="flex min-h-7 list-none items-center gap-1.5 text-sm font-medium">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-muted transition-transform [details[open]>summary>&]:rotate-90"
        />
        The request to SageMaker
      </summary>
      {parsed.success ? (
        <CodeBlock className="mt-2" label="Request" language={operation} code={toJson(parsed.data, isUpdate)} />
      ) : (
        <p className="pt-1 text-sm text-muted">It stands here once the form is filled in.</p>
      )}
    </details>
  );
}

function toJson(input: CreateComponentInput, isUpdate: boolean): string {
  const kept = Object.fromEntries(input.keptSecrets.map((name) => [name, MASK]));
  const request = isUpdate
    ? maskSpecification(updateComponentRequest(input, kept))
    : maskSpecification(createComponentRequest(input));
  return JSON.stringify(request, null, 2);
}
