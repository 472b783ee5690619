"use client";

import { ExternalLink } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Truncate } from "@/components/ui/truncate";

/** An S3 address to copy; in an account also a link to it in AWS's own console. */
export function S3Link({ uri, label }: { uri: string; label: string }) {
  const { region, isEmulator } = useWorkspace();
  const match = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Truncate text={uri} keepEnd={22} copyLabel={`Copy the address of the ${label}`} />
      {isEmulator || !match ? null : (
        <a
          href={`https://${region}.console.aws.amazon.com/s3/buckets/${match[1]}?prefix=${encodeURIComponent(match[2] ?? "")}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex shrink-0 items-center gap-1 text-sm text-accent-text underline"
        >
          Open in S3
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
    </span>
  );
}
