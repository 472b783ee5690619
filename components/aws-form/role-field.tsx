"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useFormContext } from "react-hook-form";

import { useWorkspace } from "@/components/shell/workspace-context";
import { HelpMark } from "@/components/ui/help-mark";
import { Input } from "@/components/ui/input";
import { deployQueries } from "@/lib/deploy/queries";

import { FormField } from "./form-field";

/** The role that SageMaker takes on `purpose`: one of the account's, or any ARN typed. */
export function RoleField({ purpose }: { purpose: string }) {
  const { register } = useFormContext<{ executionRoleArn: string }>();
  const workspace = useWorkspace();
  const listId = useId();
  const roles = useQuery(deployQueries.executionRoles(workspace.id));

  return (
    <FormField
      name="executionRoleArn"
      required
      label={
        <>
          Execution role
          <HelpMark label="the execution role">
            The IAM role that SageMaker takes on {purpose}, to pull the image and to write logs.
          </HelpMark>
        </>
      }
      help={
        roles.isError
          ? `The account's roles could not be listed (${roles.error.message}); type the ARN.`
          : "Choose one of the account's roles, or type an ARN."
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
            placeholder="arn:aws:iam::123456789012:role/SageMakerExecutionRole"
            {...register("executionRoleArn")}
          />
          <datalist id={listId}>
            {roles.data?.map((arn) => (
              <option key={arn} value={arn} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
