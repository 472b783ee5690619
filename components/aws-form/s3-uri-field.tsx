"use client";

import { FolderSearch } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormContext } from "react-hook-form";

import { S3Dialog } from "@/components/s3/s3-dialog";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

import { FormField } from "./form-field";

type S3UriFieldProps = {
  /** The field's path in the form around it: a text. */
  name: string;
  label: string;
  /** What the field takes; `any` is a folder or an object. */
  kind: "prefix" | "object" | "any";
  help?: ReactNode;
  required?: boolean;
  placeholder?: string;
  className?: string;
  /** Called after the address has changed, typed or picked. */
  onChange?: (uri: string) => void;
};

/** An s3:// address, typed or picked in the S3 browser. */
export function S3UriField({ name, label, kind, help, required, placeholder, className, onChange }: S3UriFieldProps) {
  const { register, setValue, getValues } = useFormContext<Record<string, string>>();
  const refusal = useRefusal("storage:read");
  const [isOpen, setOpen] = useState(false);
  return (
    <FormField
      name={name}
      label={label}
      {...(help !== undefined && { help })}
      {...(required !== undefined && { required })}
      {...(className !== undefined && { className })}
    >
      {(ids) => (
        <div className="flex gap-2">
          <Input
            {...ids}
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder ?? (kind === "object" ? "s3://bucket/path/file" : "s3://bucket/prefix")}
            {...register(name, { onChange: (event: { target: { value: string } }) => onChange?.(event.target.value) })}
          />
          <Button
            aria-label={`Browse S3: ${label}`}
            disabled={refusal !== null}
            title={refusal ?? undefined}
            onClick={() => setOpen(true)}
          >
            <FolderSearch aria-hidden="true" />
            Browse
          </Button>
          <S3Dialog
            open={isOpen}
            onOpenChange={setOpen}
            start={isOpen ? (getValues(name) ?? "") : ""}
            kind={kind}
            onPick={(uri) => {
              setValue(name, uri, { shouldDirty: true, shouldValidate: true });
              onChange?.(uri);
            }}
          />
        </div>
      )}
    </FormField>
  );
}
