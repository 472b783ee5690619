"use client";

import { useState } from "react";

import { useObjectUrl } from "@/components/ui/use-object-url";
import type { Media } from "@/lib/inference/inputs/input-form";

import { Camera } from "./camera";
import { MediaCard } from "./media-card";
import { MediaSource } from "./media-source";
import { prepareImage } from "./prepare-image";

type Props = { media: Media | null; onMedia: (media: Media | null) => void };

/** A picture for the model. */
export function ImageInput({ media, onMedia }: Props) {
  return (
    <MediaSource
      noun="picture"
      accept="image/*"
      media={media}
      onMedia={onMedia}
      prepare={prepareImage}
      preview={(file) => <ImagePreview file={file} onRemove={() => onMedia(null)} />}
      pasted="image/"
      capture={(onFile) => <Camera onFile={onFile} />}
    />
  );
}

type PreviewProps = { file: Extract<Media, { source: "file" }>; onRemove: () => void };

function ImagePreview({ file, onRemove }: PreviewProps) {
  const url = useObjectUrl(file.blob);
  const [size, setSize] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  return (
    <MediaCard
      noun="picture"
      name={file.name}
      facts={size ? [file.type, size] : [file.type]}
      bytes={file.blob.size}
      onRemove={onRemove}
    >
      {isBroken ? (
        <p className="bg-inset p-6 text-center text-sm text-muted">
          This browser cannot show it. It is sent as it is all the same.
        </p>
      ) : (
        <img
          src={url ?? undefined}
          alt="What the model will see"
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setSize(`${naturalWidth} × ${naturalHeight}`)}
          onError={() => setBroken(true)}
          className="mx-auto max-h-72 min-h-24 bg-inset object-contain [image-rendering:auto]"
        />
      )}
    </MediaCard>
  );
}
