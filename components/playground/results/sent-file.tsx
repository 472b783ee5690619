"use client";

import { Download } from "lucide-react";

import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { formatBytes } from "@/lib/format/bytes";

/** The request where it was a file as it is, which is not drawn as text. */
export function SentFile({ contentType, body }: { contentType: string; body: Blob }) {
  return (
    <p className="flex flex-wrap items-center justify-between gap-2 rounded-control border border-border bg-inset px-3 py-2 text-sm">
      <span>
        Request: the file itself, <code className="font-mono">{contentType}</code>, {formatBytes(body.size)}
      </span>
      <Button size="sm" onClick={() => saveFile("request", body)}>
        <Download aria-hidden="true" />
        Download
      </Button>
    </p>
  );
}
