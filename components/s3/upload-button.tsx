"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";

/** Picks files to upload into the shown folder. */
export function UploadButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const refusal = useRefusal("storage:write");
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={refusal !== null} title={refusal ?? undefined} onClick={() => picker.current?.click()}>
        <Upload aria-hidden="true" />
        Upload files
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Files to upload here"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ""; // so that the same file can be picked again
        }}
      />
    </>
  );
}
