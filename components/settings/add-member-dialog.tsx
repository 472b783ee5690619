"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ROLES } from "@/lib/auth/permissions";
import type { Problem } from "@/lib/errors";
import { addMemberAction } from "@/lib/members/actions";
import { memberKeys } from "@/lib/members/queries";
import { AddMemberInput } from "@/lib/members/schema";
import type { NewPassword } from "@/lib/members/view";

import { showFieldErrors } from "./field-errors";
import { ROLE_DESCRIPTIONS } from "./role-descriptions";
import { useChange } from "./use-change";

type AddMemberDialogProps = { open: boolean; onClose: () => void; onAdded: (made: NewPassword) => void };

export function AddMemberDialog({ open, onClose, onAdded }: AddMemberDialogProps) {
  const formId = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useChange(addMemberAction, { refresh: memberKeys.all });
  const form = useForm<AddMemberInput>({
    resolver: zodResolver(AddMemberInput),
    defaultValues: { name: "", role: "viewer" },
  });
  const errors = form.formState.errors;

  function close() {
    form.reset();
    setProblem(null);
    onClose();
  }

  const submit = form.handleSubmit((input) =>
    add.mutate(input, {
      onSuccess: (made) => {
        close();
        onAdded(made);
      },
      onError: (error) => setProblem(showFieldErrors(form, error)),
    }),
  );

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Add member"
      description="A password is generated and shown once."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={add.isPending}>
            Add member
          </Button>
        </>
      }
    >
      <form id={formId} noValidate aria-label="Add member" className="flex flex-col gap-4" onSubmit={submit}>
        <Field label="Name" required error={errors.name?.message} help="What they type to sign in.">
          {(ids) => <Input {...ids} {...form.register("name")} autoComplete="off" autoCapitalize="none" />}
        </Field>
        <Field label="Role" required error={errors.role?.message}>
          {(ids) => (
            <Select {...ids} {...form.register("role")}>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {role}: {ROLE_DESCRIPTIONS[role]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {problem ? <ErrorPanel problem={problem} /> : null}
      </form>
    </Dialog>
  );
}
