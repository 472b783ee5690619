"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { useFormContext } from "react-hook-form";
import { S3UriField } from "@/components/aws-form/s3-uri-field";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatPercent } from "@/lib/format/numbers";
import { useSuggestions } from "./use-suggestions";
import { useUpload } from "./use-upload";

/** The archive's S3 address, typed or got by uploading a file. */
export function ArchiveField() {
  const { setValue } = useFormContext<DeployFormValues>();
  const { suggestFor } = useSuggestions();
  const { upload, start } = useUpload(({ s3Uri }) => {
    setValue("modelDataUrl", s3Uri, { shouldDirty: true, shouldValidate: true });
    suggestFor("s3");
  });

  return (
    <div className="flex flex-col gap-3">
      <S3UriField
        name="modelDataUrl"
        label="Archive in S3"
        kind="object"
        required
        help="A model.tar.gz with the model's files at its root. Inference code is added to it below."
        placeholder="s3://bucket/path/model.tar.gz"
        onChange={() => suggestFor("s3")}
      />
      <UploadControl upload={upload} onFile={start} />
    </div>
  );
}

type UploadControlProps = { upload: ReturnType<typeof useUpload>["upload"]; onFile: (file: File) => void };

function UploadControl({ upload, onFile }: UploadControlProps) {
  const picker = useRef<HTMLInputElement>(null);
  const refusal = useRefusal("storage:write");

  if (upload.state === "sending") {
    const share = upload.total > 0 ? upload.sent / upload.total : 0;
    return (
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <progress aria-label="Upload" max={1} value={share} className="h-2 min-w-40 flex-1 accent-accent" />
        <span className="text-muted tabular-nums">
          {share < 1
            ? `${formatPercent(share)} of ${formatBytes(upload.total)}`
            : "Checking the archive and storing it in S3 …"}
        </span>
        <Button size="sm" onClick={upload.cancel}>
          Cancel upload
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <Button disabled={refusal !== null} onClick={() => picker.current?.click()}>
          <Upload aria-hidden="true" />
          Upload model.tar.gz
        </Button>
        <span>{refusal ?? "It goes to the workspace's bucket."}</span>
        <input
          ref={picker}
          type="file"
          aria-label="Model archive"
          accept=".tar.gz,.tgz,.gz,application/gzip"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = ""; // so that the same file can be picked again
            if (file) onFile(file);
          }}
        />
      </div>
      {upload.state === "failed" ? <ErrorPanel title="The archive was not uploaded" problem={upload.problem} /> : null}
    </div>
  );
}
