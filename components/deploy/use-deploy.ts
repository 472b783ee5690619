"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { startDeployAction } from "@/lib/deploy/actions";
import type { DeployInput } from "@/lib/deploy/schema";
import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { operationKeys } from "@/lib/operations/queries";
import { operationPath } from "@/lib/operations/view";
import { workspaceApi, workspacePath } from "@/lib/routes";
import type { UploadedArchive } from "@/lib/uploads/view";

import { type CodeFiles, packCode } from "./code-files";

type NewDeploy = { input: DeployInput; extras: CodeFiles };

/** Begins the deploy and goes to its progress page. */
export function useDeploy() {
  const workspace = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  const uploaded = useRef<{ requestId: string; codeUri: string } | null>(null);

  /** The code goes to S3, and only its address with the form. Tried again, it does not upload a second time. */
  async function withUploadedCode(input: DeployInput, extras: CodeFiles): Promise<DeployInput> {
    const { requestId, inferencePy, requirementsTxt } = input;
    if (uploaded.current?.requestId !== requestId) {
      const codeUri = await uploadCode(workspace.id, await packCode(inferencePy, requirementsTxt, extras));
      uploaded.current = { requestId, codeUri };
    }
    return { ...input, inferencePy: "", requirementsTxt: "", codeUri: uploaded.current.codeUri };
  }

  return useMutation({
    mutationFn: async ({ input, extras }: NewDeploy) => {
      const sent = input.ownCode ? await withUploadedCode(input, extras) : input;
      return startDeployAction(workspace.id, sent).then(unwrap);
    },
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: operationKeys.all(workspace.id) });
      router.push(workspacePath(workspace.id, operationPath(id)));
    },
  });
}

async function uploadCode(workspaceId: string, archive: Blob): Promise<string> {
  const response = await fetch(workspaceApi(workspaceId, "/uploads?name=code.tar.gz"), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: archive,
  }).catch(() => {
    throw new AppError("unavailable", "The upload of the code broke off.", { hint: "Try it again." });
  });
  if (!response.ok) throw await problemOf(response);
  return ((await response.json()) as UploadedArchive).s3Uri;
}
