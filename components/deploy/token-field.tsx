"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { FormField } from "@/components/aws-form/form-field";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { hubTokenVariables } from "@/lib/deploy/hub-token";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** Whether the container gets a Hub token, and which. */
export function TokenField({ hasSavedToken }: { hasSavedToken: boolean }) {
  const { control, register } = useFormContext<DeployFormValues>();
  const from = useWatch({ control, name: "hubTokenFrom" });
  const image = useWatch({ control, name: "image" });
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="hubTokenFrom" label="Hub token" required help="Private and gated models need one.">
          {(ids) => (
            <Select {...ids} {...register("hubTokenFrom")}>
              <option value="none">None: the model is public</option>
              <option value="workspace" disabled={!hasSavedToken}>
                {hasSavedToken ? "The workspace's saved token" : "The workspace's saved token (none is saved)"}
              </option>
              <option value="typed">Another token</option>
            </Select>
          )}
        </FormField>
        {from === "typed" ? (
          <FormField name="hubToken" label="Token" required>
            {(ids) => (
              <Input {...ids} mono type="password" autoComplete="off" placeholder="hf_…" {...register("hubToken")} />
            )}
          </FormField>
        ) : null}
      </div>
      {from === "none" ? null : (
        <Callout tone="warning">
          SageMaker keeps a model's environment in plain text: whoever may describe the model can read the token in{" "}
          <span className="font-mono text-[0.93em]">{hubTokenVariables(image).join(", ")}</span>. Use one that may only
          read.
        </Callout>
      )}
    </div>
  );
}
