"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { HostingFormValues } from "@/lib/deploy/hosting/schema";

/** How many instances there may be, and how calls find a copy. */
export function ScalingFields() {
  const { control, register } = useFormContext<HostingFormValues>();
  const isManaged = useWatch({ control, name: "isManaged" });
  return (
    <Panel
      title="Copies and instances"
      description="Components are placed on the instances, as many copies as you ask for."
    >
      <div className="flex flex-col gap-4">
        <Checkbox
          {...register("isManaged")}
          label="SageMaker manages the number of instances"
          help="It adds one when a copy finds no room, and takes one away when no copy is left on it."
        />
        {isManaged ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField
              name="minInstances"
              label="Least instances"
              required
              help="With 0 the last instance goes when no copy is left: nothing is billed until one is wanted again."
            >
              {(ids) => <Input {...ids} type="number" inputMode="numeric" min={0} {...register("minInstances")} />}
            </FormField>
            <FormField name="maxInstances" label="Most instances" required help="What it can cost at most.">
              {(ids) => <Input {...ids} type="number" inputMode="numeric" min={1} {...register("maxInstances")} />}
            </FormField>
          </div>
        ) : null}
        <FormField name="routing" label="Routing" required help="Which copy of a component a call goes to.">
          {(ids) => (
            <Select {...ids} className="sm:max-w-80" {...register("routing")}>
              <option value="LEAST_OUTSTANDING_REQUESTS">The copy with the fewest calls under way</option>
              <option value="RANDOM">Any copy, by chance</option>
            </Select>
          )}
        </FormField>
      </div>
    </Panel>
  );
}
