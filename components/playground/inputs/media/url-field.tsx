"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Media } from "@/lib/inference/inputs/input-form";
import { urlError } from "@/lib/inference/inputs/media";

type Props = { noun: string; url: string; onMedia: (media: Media | null) => void };

/** An address that the container, not this browser, fetches. */
export function UrlField({ noun, url, onMedia }: Props) {
  return (
    <Field
      label={`Link to the ${noun}`}
      required
      error={url ? (urlError(url) ?? undefined) : undefined}
      help="The container fetches it itself, so it must be reachable from there."
    >
      {(ids) => (
        <Input
          {...ids}
          type="url"
          mono
          placeholder="https://"
          value={url}
          onChange={(event) => {
            const typed = event.target.value.trim();
            onMedia(typed ? { source: "url", url: typed } : null);
          }}
        />
      )}
    </Field>
  );
}
