"use client";

import { FolderSearch } from "lucide-react";
import { useState } from "react";

import { S3Dialog } from "@/components/s3/s3-dialog";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type S3ObjectsProps = { uris: string; onUris: (uris: string) => void };

/** Addresses of objects in S3, one a line: typed, or added from the S3 browser. */
export function S3Objects({ uris, onUris }: S3ObjectsProps) {
  const refusal = useRefusal("storage:read");
  const [isOpen, setOpen] = useState(false);
  const lines = uris.split(/\s+/).filter(Boolean);
  return (
    <div className="flex flex-col items-start gap-2 *:w-full">
      <Field label="Objects in S3" required help="One s3:// address a line, up to 1 GB each.">
        {(ids) => (
          <Textarea
            {...ids}
            rows={4}
            spellCheck={false}
            className="font-mono"
            placeholder="s3://bucket/key"
            value={uris}
            onChange={(event) => onUris(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button size="sm" disabled={refusal !== null} title={refusal ?? undefined} onClick={() => setOpen(true)}>
          <FolderSearch aria-hidden="true" />
          Add from S3
        </Button>
      </div>
      <S3Dialog
        open={isOpen}
        onOpenChange={setOpen}
        // Most often the next one lies beside the last.
        start={isOpen ? (lines.at(-1) ?? "") : ""}
        kind="object"
        // A line that ends in a folder was only the way there.
        onPick={(uri) => onUris([...lines.filter((line) => !line.endsWith("/")), uri].join("\n"))}
      />
    </div>
  );
}
