"use client";

import { Download } from "lucide-react";

import { CodeBlock } from "@/components/ui/code-block";
import { IconButton } from "@/components/ui/icon-button";
import { saveFile } from "@/components/ui/save-file";
import { formatBytes } from "@/lib/format/bytes";
import { jsonForReading } from "@/lib/inference/results/json-text";

type Props = {
  /** `Request`, `Response`. */
  name: string;
  /** As it was sent. */
  text: string;
  fileName: string;
};

/** A JSON body laid out for reading, whole to copy and to download; of a very long one only the beginning is drawn. */
export function JsonBlock({ name, text, fileName }: Props) {
  const { shown, isCut } = jsonForReading(text);
  return (
    <div className="flex flex-col gap-1">
      <CodeBlock
        language={name}
        code={shown}
        copied={isCut ? text : undefined}
        actions={
          <IconButton label={`Download ${name}`} size="sm" onClick={() => saveFile(fileName, text, "application/json")}>
            <Download aria-hidden="true" />
          </IconButton>
        }
      />
      {isCut ? (
        <p className="text-sm text-muted">
          Only the beginning of {formatBytes(new Blob([text]).size)} is shown. Copy and download give all of it.
        </p>
      ) : null}
    </div>
  );
}
