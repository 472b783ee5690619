"use client";

import { Dialog } from "@/components/ui/dialog";

import { S3Browser, type S3PickKind } from "./s3-browser";

type S3DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where it opens: an address, whole or begun; empty is the list of buckets. */
  start: string;
  kind: S3PickKind;
  onPick?: (uri: string) => void;
};

/** The S3 browser as a dialog. */
export function S3Dialog({ open, onOpenChange, start, kind, onPick }: S3DialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="xl" title={kind === null ? "Look into S3" : "Choose in S3"}>
      <S3Browser
        start={start}
        kind={kind}
        onPick={(uri) => {
          onPick?.(uri);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}
