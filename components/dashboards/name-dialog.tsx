"use client";

import { useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { problemIn } from "@/lib/problem-in";

type NameDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  initial: string;
  /** The button's words. */
  action: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (name: string) => void;
};

/** Asks for a dashboard's name. */
export function NameDialog({ open, onOpenChange, title, action, busy, ...form }: NameDialogProps) {
  const formId = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description="Everybody in the workspace sees it."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <NameForm {...form} formId={formId} busy={busy} />
    </Dialog>
  );
}

type FormProps = Pick<NameDialogProps, "initial" | "busy" | "error" | "onSubmit"> & { formId: string };

function NameForm({ formId, initial, busy, error, onSubmit }: FormProps) {
  const [name, setName] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const problem = error && problemIn(error);
  const nameError = problem?.fieldErrors?.name?.[0] ?? (isAsked && !name.trim() ? "Give it a name." : undefined);
  return (
    <form
      id={formId}
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!busy && name.trim()) onSubmit(name.trim());
      }}
    >
      <Field label="Name" required error={nameError}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {problem && !problem.fieldErrors?.name ? <ErrorPanel problem={problem} /> : null}
    </form>
  );
}
