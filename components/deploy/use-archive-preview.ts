"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";

import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { archiveNotes } from "@/lib/own-code/archive-notes";
import { previewArchive } from "@/lib/own-code/preview-archive";
import { ownCodeQueries } from "@/lib/own-code/queries";
import { ArchivePlace } from "@/lib/own-code/schema";
import type { ArchiveFile } from "@/lib/own-code/view";

import type { CodeFiles } from "./code-files";

const TYPING_REST_MS = 600;

/** The archive as it will be, what to mind about it, and the state of looking into the one in S3. */
export function useArchivePreview(extras: CodeFiles) {
  const { id, isEmulator } = useWorkspace();
  const { control } = useFormContext<DeployFormValues>();
  const values = useWatch({ control }) as DeployFormValues;
  const uri = useDebounced(values.source === "s3" ? values.modelDataUrl.trim() : "", TYPING_REST_MS);
  const isWorthAsking = useCan("endpoint:deploy") && ArchivePlace.safeParse({ uri }).success;
  const look = useQuery({ ...ownCodeQueries.listing(id, uri), enabled: isWorthAsking });
  const listing = isWorthAsking ? (look.data ?? null) : null;

  const code = values.ownCode ? codeFiles(values, extras) : [];
  const files = previewArchive(listing, code);
  const own = { inferencePy: values.inferencePy, requirementsTxt: values.requirementsTxt };
  const brought = { inferencePy: listing?.inferencePy ?? "", requirementsTxt: listing?.requirementsTxt ?? "" };
  const running = values.ownCode ? own : brought;
  const notes = archiveNotes({
    ...running,
    listing,
    files,
    hasModel: values.source !== "none",
    hasNetwork: !values.networkIsolation,
    isEmulator,
  });
  return { look, isWorthAsking, listing, files, notes, inferencePy: running.inferencePy };
}

function codeFiles({ inferencePy, requirementsTxt }: DeployFormValues, extras: CodeFiles): ArchiveFile[] {
  const size = (text: string) => new Blob([text]).size;
  return [
    ...(inferencePy.trim() ? [{ path: "inference.py", bytes: size(inferencePy) }] : []),
    ...(requirementsTxt.trim() ? [{ path: "requirements.txt", bytes: size(requirementsTxt) }] : []),
    ...extras.map(({ path, file }) => ({ path, bytes: file.size })),
  ];
}
