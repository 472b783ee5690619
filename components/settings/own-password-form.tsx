"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";

import { useMember } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { unwrap } from "@/lib/actions/unwrap";
import type { Problem } from "@/lib/errors";
import { changeOwnPasswordAction } from "@/lib/members/actions";
import { ChangeOwnPasswordInput } from "@/lib/members/schema";
import { signInWithPassword } from "@/lib/sign-in/sign-in";

import { showFieldErrors } from "./field-errors";

/** Changes one's own password. Every session ends with it, so this browser signs in again with the new one. */
export function OwnPasswordForm() {
  const { name } = useMember();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<ChangeOwnPasswordInput>({
    resolver: zodResolver(ChangeOwnPasswordInput),
    defaultValues: { current: "", next: "" },
  });
  const change = useMutation({
    mutationFn: async (input: ChangeOwnPasswordInput) => {
      unwrap(await changeOwnPasswordAction(input));
      await signInWithPassword(name, input.next);
    },
    onSuccess: () => {
      form.reset();
      setProblem(null);
      toast.success("Your password was changed", { description: "Other browsers are signed out." });
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const { errors } = form.formState;

  return (
    <Panel title="Password" description="Changing it signs you out everywhere else." className="max-w-180">
      <form
        noValidate
        aria-label="Change password"
        className="flex flex-col gap-4"
        onSubmit={form.handleSubmit((input) => change.mutate(input))}
      >
        <input type="text" name="username" value={name} autoComplete="username" readOnly hidden />
        <Field label="Present password" required error={errors.current?.message}>
          {(ids) => <Input {...ids} type="password" autoComplete="current-password" {...form.register("current")} />}
        </Field>
        <Field label="New password" required error={errors.next?.message} help="At least 12 characters.">
          {(ids) => <Input {...ids} type="password" autoComplete="new-password" {...form.register("next")} />}
        </Field>
        {problem ? <ErrorPanel problem={problem} /> : null}
        <Button type="submit" variant="primary" className="self-start" busy={change.isPending}>
          Change password
        </Button>
      </form>
    </Panel>
  );
}
