"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Problem } from "@/lib/errors";
import { setHubTokenAction } from "@/lib/settings/actions";
import { settingsKeys } from "@/lib/settings/queries";
import { SetHubTokenInput } from "@/lib/settings/schema";

import { showFieldErrors } from "./field-errors";
import { useChange } from "./use-change";

/** Sets or replaces the token. */
export function HubTokenForm({ replaces, disabled }: { replaces: boolean; disabled: boolean }) {
  const { id } = useWorkspace();
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useChange((input: SetHubTokenInput) => setHubTokenAction(id, input), {
    refresh: settingsKeys.hubToken(id),
    done: () => "The Hub token was saved",
  });
  const form = useForm<SetHubTokenInput>({ resolver: zodResolver(SetHubTokenInput), defaultValues: { token: "" } });

  const submit = form.handleSubmit((input) =>
    save.mutate(input, {
      onSuccess: () => form.reset(),
      onError: (error) => setProblem(showFieldErrors(form, error)),
    }),
  );

  return (
    <form noValidate aria-label="Hub token" className="flex flex-col gap-4" onSubmit={submit}>
      <Field
        label={replaces ? "New token" : "Token"}
        required
        error={form.formState.errors.token?.message}
        help="From huggingface.co, Settings, Access Tokens. It begins with hf_."
      >
        {(ids) => (
          <Input
            {...ids}
            mono
            type="password"
            {...form.register("token")}
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {problem ? <ErrorPanel problem={problem} /> : null}
      <Button type="submit" variant="primary" className="self-start" busy={save.isPending} disabled={disabled}>
        {replaces ? "Replace token" : "Save token"}
      </Button>
    </form>
  );
}
