"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { workspaceApi, workspacePath } from "@/lib/routes";
import { createTrainingJobAction } from "@/lib/training/actions";
import { plannedJobName } from "@/lib/training/planned-request";
import { trainingKeys } from "@/lib/training/queries";
import type { TrainingInput } from "@/lib/training/schema";

type NewJob = { input: TrainingInput; archive: Blob | null };

/** Uploads the script, creates the job and goes to its page. Tried again, it does not upload a second time. */
export function useCreateJob() {
  const { id } = useWorkspace();
  const router = useRouter();
  const queryClient = useQueryClient();
  const uploadedFor = useRef<string | null>(null);

  return useMutation({
    mutationFn: async ({ input, archive }: NewJob) => {
      const name = plannedJobName(input);
      if (input.source === "upload" && uploadedFor.current !== name) {
        if (!archive) throw new AppError("invalid", "Choose the folder or file with your script again.");
        await uploadSource(id, name, archive);
        uploadedFor.current = name;
      }
      return createTrainingJobAction(id, input).then(unwrap);
    },
    onSuccess: ({ name }) => {
      void queryClient.invalidateQueries({ queryKey: trainingKeys.all(id) });
      router.push(workspacePath(id, `/training/${encodeURIComponent(name)}`));
    },
  });
}

async function uploadSource(workspaceId: string, jobName: string, archive: Blob): Promise<void> {
  const response = await fetch(workspaceApi(workspaceId, `/uploads?job=${encodeURIComponent(jobName)}`), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: archive,
  }).catch(() => {
    throw new AppError("unavailable", "The upload of the script broke off.", { hint: "Try it again." });
  });
  if (!response.ok) throw await problemOf(response);
}
