"use client";

import { FolderSearch } from "lucide-react";
import { useState } from "react";

import { S3Dialog } from "@/components/s3/s3-dialog";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";

/** Opens the S3 browser at a place, to look and to download. */
export function LookIntoS3({ uri, what }: { uri: string; what: string }) {
  const refusal = useRefusal("storage:read");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={`Browse ${what} in S3`}
        disabled={refusal !== null}
        title={refusal ?? undefined}
        onClick={() => setOpen(true)}
      >
        <FolderSearch aria-hidden="true" />
        Browse
      </Button>
      <S3Dialog open={isOpen} onOpenChange={setOpen} start={uri.endsWith("/") ? uri : `${uri}/`} kind={null} />
    </>
  );
}
