"use client";
import { type ReactNode, useState } from "react";

import { useCan } from "@/components/shell/workspace-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Media } from "@/lib/inference/inputs/input-form";

import { FileDrop } from "./file-drop";
import { UrlField } from "./url-field";
import { usePastedFile } from "./use-pasted-file";

type Props = {
  /** "picture" or "recording". */
  noun: string;
  /** For the file picker: what the browser offers to choose from. */
  accept: string;
  media: Media | null;
  onMedia: (media: Media | null) => void;
  /** Turns a file into one that the container takes; throws an Error with the reason when it cannot. */
  prepare: (file: Blob, name: string) => Promise<Media>;
  /** What is drawn of a file that was picked. */
  preview: (media: Extract<Media, { source: "file" }>) => ReactNode;
  /** Which pasted files are taken; absent: none, because no clipboard holds such. */
  pasted?: "image/";
  /** Another way to make a file: the camera or the microphone. */
  capture: (onFile: (file: Blob, name: string) => void, onRefusal: (reason: string | null) => void) => ReactNode;
};

/** A file by picking, dropping, pasting or recording it; or an address that the container fetches itself. */
export function MediaSource({ noun, accept, media, onMedia, prepare, preview, pasted, capture }: Props) {
  const [kind, setKind] = useState<"file" | "url">(media?.source ?? "file");
  const [error, setError] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const shown = media?.source ?? kind;

  async function take(file: Blob, name: string) {
    setError(null);
    setReading(true);
    try {
      onMedia(await prepare(file, name));
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : "The file could not be read.");
    } finally {
      setReading(false);
    }
  }

  const canRun = useCan("endpoint:invoke");
  usePastedFile(pasted ?? "image/", canRun && pasted !== undefined && shown === "file", (file) => {
    void take(file, file.name || `pasted ${noun}`);
  });

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm font-medium first-letter:uppercase">{noun}</span>
        <SegmentedControl
          label={`Where the ${noun} comes from`}
          value={shown}
          onChange={(next) => {
            setKind(next);
            setError(null);
            if (media && media.source !== next) onMedia(null);
          }}
          segments={[
            { value: "file", label: "File" },
            { value: "url", label: "Link" },
          ]}
        />
      </div>
      {shown === "url" ? (
        <UrlField noun={noun} url={media?.source === "url" ? media.url : ""} onMedia={onMedia} />
      ) : media?.source === "file" ? (
        preview(media)
      ) : (
        <FileDrop
          noun={noun}
          canPaste={pasted !== undefined}
          accept={accept}
          isReading={isReading}
          onFile={(file, name) => void take(file, name)}
        >
          {capture((file, name) => void take(file, name), setError)}
        </FileDrop>
      )}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {error}
      </p>
    </div>
  );
}
