"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { plural } from "@/lib/format/numbers";
import type { CallOptions } from "@/lib/inference/call-options";

import { Fold } from "./fold";
import { VariantField } from "./variant-field";

type Props = {
  variants: string[];
  options: CallOptions;
  errors: Partial<Record<keyof CallOptions, string>>;
  onOptions: (options: CallOptions) => void;
};

/** What goes to SageMaker beside the request: which part of the endpoint answers, and what the call is known by. */
export function CallOptionsFields({ variants, options, errors, onOptions }: Props) {
  const { targetVariant, ...folded } = options;
  const count = Object.values(folded).filter(Boolean).length;
  const bind = (name: keyof CallOptions) => ({
    value: options[name],
    onChange: (event: { target: { value: string } }) => onOptions({ ...options, [name]: event.target.value }),
  });
  return (
    <>
      <VariantField
        variants={variants}
        value={targetVariant}
        onChange={(variant) => onOptions({ ...options, targetVariant: variant })}
        error={errors.targetVariant}
      />
      <Fold title="Call options" note={count === 0 ? "none" : `${plural(count, "option")} set`}>
        <div className="grid gap-x-4 gap-y-3 pt-2 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
          <Field label="Inference id" error={errors.inferenceId} help="By which captured data names this call.">
            {(ids) => <Input {...ids} mono {...bind("inferenceId")} />}
          </Field>
          <Field
            label="Custom attributes"
            error={errors.customAttributes}
            help="Handed to the container's own code as they are; not kept in the history."
          >
            {(ids) => <Input {...ids} mono {...bind("customAttributes")} />}
          </Field>
          <Field
            label="Inference component"
            error={errors.inferenceComponent}
            help="Its name, where several models share the endpoint's instances."
          >
            {(ids) => <Input {...ids} mono {...bind("inferenceComponent")} />}
          </Field>
        </div>
      </Fold>
    </>
  );
}
