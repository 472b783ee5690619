"use client";

import type { ReactNode } from "react";
import { get, useFormContext, useFormState } from "react-hook-form";

import { Field, type FieldIds } from "@/components/ui/field";

type FormFieldProps = {
  /** The field's path in the form: `tags.0.key`. */
  name: string;
  label: ReactNode;
  help?: ReactNode;
  required?: boolean;
  className?: string;
  children: (ids: FieldIds) => ReactNode;
};

/** The DOM id of a field's control: the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

/** A field of the form around it with its own error. */
export function FormField({ name, ...rest }: FormFieldProps) {
  return <Field {...rest} id={fieldId(name)} error={useFieldError(name)} />;
}

/** The message beside a field; undefined when nothing is wrong. */
export function useFieldError(name: string): string | undefined {
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name });
  const error = get(errors, name) as { message?: string; root?: { message?: string } } | undefined;
  return error?.message ?? error?.root?.message;
}
