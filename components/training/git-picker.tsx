"use client";

import { GitBranch, X } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";

import { FormField } from "@/components/aws-form/form-field";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Input } from "@/components/ui/input";
import { formatBytes } from "@/lib/format/bytes";
import { GitSourceInput } from "@/lib/git-source/schema";
import { type GitEvent, type GitSource, gitSourceKey } from "@/lib/git-source/view";
import type { TrainingFormValues } from "@/lib/training/schema";
import { guessEntryPoint } from "@/lib/training/source-archive";

import { GitListing } from "./git-listing";
import { useGitSource } from "./use-git-source";

const FIELDS = { repository: "gitRepository", ref: "gitRef", folder: "gitFolder" } as const;

/** A public repository, read and packed by the console before the job is made. */
export function GitPicker() {
  const { control, register, getValues, setValue, setError, clearErrors } = useFormContext<TrainingFormValues>();
  const refusal = useRefusal("storage:write");
  const [repository, ref, folder] = useWatch({ control, name: ["gitRepository", "gitRef", "gitFolder"] });
  const packed = useWatch({ control, name: "gitPacked" });
  const { state, read, stop } = useGitSource(take);
  const isCurrent = packed !== null && packed.key === gitSourceKey({ repository, ref, folder });

  function take({ key, commit, s3Uri, files }: GitSource) {
    setValue("gitPacked", { key, commit, s3Uri }, { shouldDirty: true });
    setValue("sourceFiles", files);
    clearErrors(["gitRepository", "gitRef", "gitFolder", "source"]);
    const guess = guessEntryPoint(files);
    if (guess && !files.includes(getValues("entryPoint"))) {
      setValue("entryPoint", guess, { shouldDirty: true, shouldValidate: true });
    }
  }

  function start() {
    clearErrors(["gitRepository", "gitRef", "gitFolder"]);
    const parsed = GitSourceInput.safeParse({ repository, ref, folder });
    for (const { path, message } of parsed.error?.issues ?? []) {
      const field = FIELDS[path[0] as keyof typeof FIELDS];
      if (field) setError(field, { message });
    }
    if (parsed.success) void read(parsed.data);
  }

  return (
    <div className="flex flex-col gap-4">
      <FormField name="gitRepository" label="Repository" required help="A public one, by https.">
        {(ids) => (
          <Input
            {...ids}
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="https://github.com/huggingface/transformers.git"
            {...register("gitRepository")}
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="gitRef" label="Branch, tag or commit" help="Empty: the default branch.">
          {(ids) => (
            <Input {...ids} mono autoComplete="off" spellCheck={false} placeholder="v4.26.0" {...register("gitRef")} />
          )}
        </FormField>
        <FormField name="gitFolder" label="Folder in the repository" help="Its content is unpacked beside the script.">
          {(ids) => (
            <Input
              {...ids}
              mono
              autoComplete="off"
              spellCheck={false}
              placeholder="examples/pytorch/question-answering"
              {...register("gitFolder")}
            />
          )}
        </FormField>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={state.kind === "reading"} disabled={refusal !== null} onClick={start}>
          <GitBranch aria-hidden="true" />
          {isCurrent ? "Read it again" : "Read the repository"}
        </Button>
        {state.kind === "reading" ? (
          <Button variant="ghost" onClick={stop}>
            <X aria-hidden="true" />
            Stop reading
          </Button>
        ) : null}
        <p role="status" className="text-sm text-muted">
          {state.kind === "reading" ? progressWords(state.progress) : refusal}
        </p>
      </div>
      {state.kind === "failed" ? (
        <ErrorPanel title="The repository was not read" problem={state.problem} />
      ) : isCurrent && packed ? (
        <GitListing packed={packed} source={state.kind === "read" ? state.source : null} />
      ) : packed && state.kind !== "reading" ? (
        <p className="text-sm text-warning">What was read is another version or folder: read the repository again.</p>
      ) : null}
    </div>
  );
}

function progressWords(progress: Extract<GitEvent, { kind: "progress" }> | null): string {
  switch (progress?.step) {
    case "receiving":
      return `Receiving: ${formatBytes(progress.bytes)} so far.`;
    case "packing":
      return "Packing the folder.";
    case "uploading":
      return `Putting ${formatBytes(progress.bytes)} into S3.`;
    default:
      return "Asking the host.";
  }
}
