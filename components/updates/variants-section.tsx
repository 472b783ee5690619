"use client";

import { Ghost, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";

import { fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Button } from "@/components/ui/button";
import { wishFromRun } from "@/lib/updates/from-run";
import type { RunView } from "@/lib/updates/run-view";
import type { UpdateFormValues } from "@/lib/updates/schema";

/** The variants, those that run first; further ones start as copies of the first. */
export function VariantsSection({
  run,
  children,
}: {
  run: RunView;
  children: (index: number, isNew: boolean, onRemove: (() => void) | null) => ReactNode;
}) {
  const { control } = useFormContext<UpdateFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "variants" });
  const wishes = useWatch({ control, name: "variants" });
  const error = useFieldError("variants");
  const [first] = run.variants;
  const hasShadow = wishes.some(({ isShadow }) => isShadow);
  const names = wishes.map(({ name }) => name);

  function add(isShadow: boolean) {
    if (!first) return;
    const stem = isShadow ? "shadow" : "variant";
    let number = 1;
    while (names.includes(`${stem}-${number}`)) number += 1;
    append({ ...wishFromRun(first, `${stem}-${number}`, isShadow), weight: isShadow ? (first.weight ?? 1) : 0 });
  }

  return (
    <div id={fieldId("variants")} tabIndex={-1} className="flex flex-col gap-5 outline-none">
      {fields.map((field, index) => {
        const isNew = !run.variants.some(({ name }) => name === names[index]) || index >= run.variants.length;
        const onRemove = fields.length > 1 ? () => remove(index) : null;
        return <div key={field.id}>{children(index, isNew, onRemove)}</div>;
      })}
      {error ? <p className="text-sm text-danger">{error}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" disabled={hasShadow} onClick={() => add(false)}>
          <Plus aria-hidden="true" />
          Add a variant
        </Button>
        <Button size="sm" disabled={hasShadow || fields.length > 1} onClick={() => add(true)}>
          <Ghost aria-hidden="true" />
          Add a shadow variant
        </Button>
        <p className="basis-full text-sm text-muted">
          A new variant starts as a copy of the first one, with weight 0. A shadow variant can follow exactly one other.
        </p>
      </div>
    </div>
  );
}
