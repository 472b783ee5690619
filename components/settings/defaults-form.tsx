"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";

import { useCan, useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { Problem } from "@/lib/errors";
import { saveDefaultsAction } from "@/lib/settings/actions";
import { settingsQueries } from "@/lib/settings/queries";
import { workspaceKeys } from "@/lib/workspaces/queries";
import { SaveDefaultsInput } from "@/lib/workspaces/schema";

import { showFieldErrors } from "./field-errors";
import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

type Values = z.input<typeof SaveDefaultsInput>;

/** What forms in this workspace start with. */
export function DefaultsForm({ defaults }: { defaults: Values }) {
  const { id, region } = useWorkspace();
  const rolesId = useId();
  const refusal = useRefusal("workspace:manage");
  const roles = useQuery({ ...settingsQueries.executionRoles(id), enabled: useCan("endpoint:deploy") });
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useChange((input: Values) => saveDefaultsAction(id, input), {
    refresh: workspaceKeys.all,
    done: () => "Defaults were saved",
  });
  const form = useForm<Values, unknown, SaveDefaultsInput>({
    resolver: zodResolver(SaveDefaultsInput),
    defaultValues: defaults,
  });
  const { errors } = form.formState;
  const locked = refusal !== null;

  const submit = form.handleSubmit((input) => {
    setProblem(null);
    save.mutate(input, {
      onSuccess: () => form.reset(input),
      onError: (error) => setProblem(showFieldErrors(form, error)),
    });
  });

  return (
    <Panel
      title="Defaults"
      description="What the Deploy form and uploads in this workspace start with."
      className="max-w-180"
    >
      <form noValidate aria-label="Defaults" className="flex flex-col gap-4" onSubmit={submit}>
        <Field
          label="Execution role"
          error={errors.executionRoleArn?.message}
          help={<RoleHelp failed={roles.isError} count={roles.data?.length} />}
        >
          {(ids) => (
            <Input
              {...ids}
              mono
              {...form.register("executionRoleArn")}
              list={rolesId}
              disabled={locked}
              placeholder="arn:aws:iam::123456789012:role/SageMakerExecutionRole"
            />
          )}
        </Field>
        <datalist id={rolesId}>
          {roles.data?.map((arn) => (
            <option key={arn} value={arn} />
          ))}
        </datalist>
        <Field
          label="Bucket"
          error={errors.bucket?.message}
          help={
            <>
              Empty: <span className="font-mono">sagemaker-{region}-ACCOUNT</span>, as the SageMaker SDK does.
            </>
          }
        >
          {(ids) => <Input {...ids} mono {...form.register("bucket")} disabled={locked} />}
        </Field>
        {problem ? <ErrorPanel problem={problem} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busy={save.isPending} disabled={locked}>
            Save defaults
          </Button>
          <RefusalNote refusal={refusal} />
        </div>
      </form>
    </Panel>
  );
}

function RoleHelp({ failed, count }: { failed: boolean; count: number | undefined }) {
  if (failed) return "The account's roles could not be listed. Type the ARN of a role that SageMaker may take.";
  if (count === 0) return "No role in this account trusts SageMaker yet. Create one, or type an ARN.";
  return "The role that SageMaker takes to read models and write logs. Choose one that trusts SageMaker, or type an ARN.";
}
