"use client";

import { useState } from "react";

import { useObjectUrl } from "@/components/ui/use-object-url";
import { formatDuration } from "@/lib/format/duration";
import type { Media } from "@/lib/inference/inputs/input-form";

import { MediaCard } from "./media-card";
import { MediaSource } from "./media-source";
import { Microphone } from "./microphone";
import { prepareAudio } from "./prepare-audio";

type Props = { media: Media | null; onMedia: (media: Media | null) => void };

/** A recording for the model. */
export function AudioInput({ media, onMedia }: Props) {
  return (
    <MediaSource
      noun="recording"
      accept="audio/*"
      media={media}
      onMedia={onMedia}
      prepare={prepareAudio}
      preview={(file) => <AudioPreview file={file} onRemove={() => onMedia(null)} />}
      capture={(onFile, onRefusal) => <Microphone onFile={onFile} onRefusal={onRefusal} />}
    />
  );
}

type PreviewProps = { file: Extract<Media, { source: "file" }>; onRemove: () => void };

function AudioPreview({ file, onRemove }: PreviewProps) {
  const url = useObjectUrl(file.blob);
  const [seconds, setSeconds] = useState<number | null>(null);
  const facts = seconds === null ? [file.type] : [file.type, formatDuration(seconds * 1000)];
  return (
    <MediaCard noun="recording" name={file.name} facts={facts} bytes={file.blob.size} onRemove={onRemove}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down yet what is said: that is what the model is for */}
      <audio
        controls
        aria-label="What the model will hear"
        src={url ?? undefined}
        onDurationChange={({ currentTarget: { duration } }) => setSeconds(Number.isFinite(duration) ? duration : null)}
        className="block h-14 w-full bg-inset p-2"
      />
    </MediaCard>
  );
}
