"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";

import { regions } from "@/catalog/regions/data";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Problem } from "@/lib/errors";
import { addWorkspaceAction, updateWorkspaceAction } from "@/lib/workspaces/actions";
import { workspaceKeys } from "@/lib/workspaces/queries";
import { SaveWorkspaceInput } from "@/lib/workspaces/schema";
import type { Workspace } from "@/lib/workspaces/view";

import { showFieldErrors } from "./field-errors";
import { useChange } from "./use-change";

type Values = z.input<typeof SaveWorkspaceInput>;

type WorkspaceDialogProps = {
  /** The one to change; null adds a new one. */
  workspace: Workspace | null;
  open: boolean;
  onClose: () => void;
};

/** Adds or changes a workspace. */
export function WorkspaceDialog({ workspace, open, onClose }: WorkspaceDialogProps) {
  const formId = useId();
  const regionsId = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useChange(workspace ? updateWorkspaceAction : addWorkspaceAction, {
    refresh: workspaceKeys.all,
    done: (input) => `Workspace ${input.id} was ${workspace ? "changed" : "added"}`,
  });
  const form = useForm<Values, unknown, SaveWorkspaceInput>({
    resolver: zodResolver(SaveWorkspaceInput),
    values: valuesOf(workspace),
  });
  const { errors } = form.formState;

  function close() {
    form.reset();
    setProblem(null);
    onClose();
  }

  const submit = form.handleSubmit((input) =>
    save.mutate(input, { onSuccess: close, onError: (error) => setProblem(showFieldErrors(form, error)) }),
  );
  const action = workspace ? "Save workspace" : "Add workspace";

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={workspace ? `Edit ${workspace.label}` : "Add workspace"}
      description="An account and region that this console works in."
      size="md"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate aria-label={action} className="flex flex-col gap-4" onSubmit={submit}>
        <Field label="Label" required error={errors.label?.message} help="What people see in the top bar.">
          {(ids) => <Input {...ids} {...form.register("label")} />}
        </Field>
        <Field
          label="Id"
          required
          error={errors.id?.message}
          help={workspace ? "It is in every link, so it stays." : "Stands first in every address: /prod/endpoints."}
        >
          {(ids) => (
            <Input {...ids} mono {...form.register("id")} readOnly={workspace !== null} autoCapitalize="none" />
          )}
        </Field>
        <Field label="Region" required error={errors.region?.message}>
          {(ids) => <Input {...ids} mono {...form.register("region")} list={regionsId} autoCapitalize="none" />}
        </Field>
        <datalist id={regionsId}>
          {regions.map((region) => (
            <option key={region.id} value={region.id}>
              {region.label}
            </option>
          ))}
        </datalist>
        <Field
          label="Role to assume"
          error={errors.roleArn?.message}
          help="The console takes this role before it calls AWS. Empty: its own credentials."
        >
          {(ids) => (
            <Input {...ids} mono {...form.register("roleArn")} placeholder="arn:aws:iam::123456789012:role/console" />
          )}
        </Field>
        <Field
          label="Endpoint URL"
          error={errors.endpointUrl?.message}
          help="For a VPC endpoint or another emulator. Empty: AWS's own."
        >
          {(ids) => <Input {...ids} mono {...form.register("endpointUrl")} inputMode="url" />}
        </Field>
        {problem ? <ErrorPanel problem={problem} /> : null}
      </form>
    </Dialog>
  );
}

function valuesOf(workspace: Workspace | null): Values {
  return {
    id: workspace?.id ?? "",
    label: workspace?.label ?? "",
    region: workspace?.region ?? "",
    roleArn: workspace?.roleArn ?? "",
    endpointUrl: workspace?.endpointUrl ?? "",
  };
}
