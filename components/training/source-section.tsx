"use client";

import { FileUp, FolderUp } from "lucide-react";
import { useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { fieldId, useFieldError } from "@/components/aws-form/form-field";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { RadioTiles } from "@/components/ui/radio-tiles";
import { formatBytes } from "@/lib/format/bytes";
import { plural } from "@/lib/format/numbers";
import { MAX_LISTED_FILES, type TrainingFormValues } from "@/lib/training/schema";
import { guessEntryPoint, type PackedSource } from "@/lib/training/source-archive";

import { EntryPointField } from "./entry-point-field";
import { GitPicker } from "./git-picker";
import { packPicked } from "./pack-picked";

type SourceSectionProps = { packed: PackedSource | null; onPacked: (packed: PackedSource | null) => void };

/** The script: a folder, a file or an archive from this computer, a folder of a public git repository, or an
 * archive that is in S3 already. */
export function SourceSection({ packed, onPacked }: SourceSectionProps) {
  const { control, setValue } = useFormContext<TrainingFormValues>();
  const source = useWatch({ control, name: "source" });
  const files = useWatch({ control, name: "sourceFiles" });
  const error = useFieldError("source");

  function choose(next: TrainingFormValues["source"]) {
    setValue("source", next, { shouldDirty: true });
    // The names belong to the archive of before.
    setValue("sourceFiles", next === "upload" ? listed(packed?.files ?? []) : []);
    if (next === "git") setValue("gitPacked", null);
  }
  return (
    <Panel title="Script" description="What the container runs. The whole folder is unpacked beside it.">
      <div id={fieldId("source")} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        <RadioTiles
          label="Source of the script"
          name="source"
          value={source}
          onChange={choose}
          className="sm:grid-cols-3"
          tiles={[
            { value: "upload", label: "From this computer", description: "A folder, a single script or a tar.gz." },
            {
              value: "git",
              label: "Public git repository",
              description: "A folder of it, at a branch, tag or commit.",
            },
            { value: "s3", label: "Archive in S3", description: "A sourcedir.tar.gz that is there already." },
          ]}
        />
        {error ? <p className="text-sm text-danger">{error}</p> : null}
        {source === "upload" ? (
          <Picker packed={packed} onPacked={onPacked} />
        ) : source === "git" ? (
          <GitPicker />
        ) : (
          <S3UriField
            name="sourceUri"
            label="Archive in S3"
            kind="object"
            required
            help="A tar.gz with the script at its root."
            placeholder="s3://bucket/path/sourcedir.tar.gz"
          />
        )}
        <EntryPointField files={source === "s3" ? [] : files} />
      </div>
    </Panel>
  );
}

function Picker({ packed, onPacked }: SourceSectionProps) {
  const { getValues, setValue } = useFormContext<TrainingFormValues>();
  const refusal = useRefusal("storage:write");
  const [isPacking, setPacking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  async function pick(list: FileList | null) {
    const picked = [...(list ?? [])];
    if (picked.length === 0) return;
    setPacking(true);
    setProblem(null);
    const result = await packPicked(picked);
    setPacking(false);
    if ("problem" in result) {
      setProblem(result.problem);
      return;
    }
    onPacked(result);
    setValue("sourceFiles", listed(result.files));
    setValue("uploadFiles", result.files.length, { shouldDirty: true, shouldValidate: true });
    const guess = guessEntryPoint(result.files);
    if (guess && !result.files.includes(getValues("entryPoint"))) {
      setValue("entryPoint", guess, { shouldDirty: true, shouldValidate: true });
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={isPacking} disabled={refusal !== null} onClick={() => folder.current?.click()}>
          <FolderUp aria-hidden="true" />
          Choose a folder
        </Button>
        <Button busy={isPacking} disabled={refusal !== null} onClick={() => files.current?.click()}>
          <FileUp aria-hidden="true" />
          Choose files or an archive
        </Button>
        <input
          ref={folder}
          type="file"
          multiple
          aria-label="Folder with the script"
          className="sr-only"
          tabIndex={-1}
          // Not in React's types, and in every browser.
          {...{ webkitdirectory: "" }}
          onChange={(event) => void pick(event.target.files)}
        />
        <input
          ref={files}
          type="file"
          multiple
          aria-label="Files or archive with the script"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void pick(event.target.files)}
        />
      </div>
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <p className="text-sm text-muted">
        {packed
          ? packedWords(packed)
          : (refusal ?? "It is packed here and goes to the workspace's bucket with the job.")}
      </p>
    </div>
  );
}

/** Where there are too many to send along, nothing is said of them. */
function listed(files: string[]): string[] {
  return files.length > MAX_LISTED_FILES ? [] : files;
}

function packedWords({ files, archive, leftOut }: PackedSource): string {
  const left = leftOut > 0 ? ` ${plural(leftOut, "file")} of version control and caches left out.` : "";
  return `${plural(files.length, "file")}, ${formatBytes(archive.size)} packed.${left}`;
}
