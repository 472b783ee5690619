"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { EXPIRES_AT_TAG, expiryOf, extendedBy } from "@/lib/endpoints/expiry";
import { formatDateTime } from "@/lib/format/dates";

const CHOICES = [
  { hours: 4, label: "In 4 hours" },
  { hours: 24, label: "In 1 day" },
  { hours: 168, label: "In 1 week" },
  { hours: 720, label: "In 30 days" },
];

/** When the endpoint is no longer needed: kept as one of its tags, where code and every other tool see it too. */
export function ExpiryField() {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const tags = useWatch({ control, name: "tags" });
  const expiresAt = expiryOf(tags);
  function choose(value: string) {
    const others = tags.filter(({ key }) => key !== EXPIRES_AT_TAG);
    const at = value === "never" ? null : extendedBy(null, Number(value), Date.now());
    setValue("tags", at ? [...others, { key: EXPIRES_AT_TAG, value: at }] : others, {
      shouldDirty: true,
      shouldValidate: true,
    });
  }
  return (
    <Field
      label="Expires"
      className="max-w-90"
      help="A badge counts down to it. It is deleted then only if the workspace's administrators switched that on."
    >
      {(ids) => (
        <Select {...ids} value={expiresAt ? "set" : "never"} onChange={({ target }) => choose(target.value)}>
          <option value="never">Never</option>
          {expiresAt ? <option value="set">{formatDateTime(expiresAt)}</option> : null}
          {CHOICES.map(({ hours, label }) => (
            <option key={hours} value={hours}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
