"use client";

import { useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { Input } from "@/components/ui/input";
import type { TrainingFormValues } from "@/lib/training/schema";

/** The file that is run; where the files are known, one that is not among them is remarked on. */
export function EntryPointField({ files }: { files: readonly string[] }) {
  const { control, register } = useFormContext<TrainingFormValues>();
  const entryPoint = useWatch({ control, name: "entryPoint" });
  const listId = useId();
  const isMissing = files.length > 0 && entryPoint !== "" && !files.includes(entryPoint);
  return (
    <FormField
      name="entryPoint"
      label="Entry point"
      required
      help={
        isMissing ? (
          <span className="text-warning">There is no such file among those you chose.</span>
        ) : (
          "The file that is run: Python by the interpreter, anything else by the shell."
        )
      }
    >
      {(ids) => (
        <>
          <Input
            {...ids}
            mono
            list={listId}
            autoComplete="off"
            spellCheck={false}
            placeholder="train.py"
            {...register("entryPoint")}
          />
          <datalist id={listId}>
            {files
              .filter((path) => /\.(py|sh)$/.test(path))
              .map((path) => (
                <option key={path} value={path} />
              ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
