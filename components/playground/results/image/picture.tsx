"use client";

import { ImageOff } from "lucide-react";
import { type ReactNode, useState } from "react";

import { cn } from "@/lib/cn";
import type { SentMedia } from "@/lib/inference/results/sent-media";

import { useMediaUrl } from "../use-media-url";

export type PictureSize = { width: number; height: number };

type Props = {
  media: SentMedia | null;
  /** What the drawing over the picture shows, in a sentence. */
  alt: string;
  /** Drawn over the picture and scaled with it, once its size in pixels is known. */
  children?: (size: PictureSize) => ReactNode;
  className?: string;
};

/** The picture that was sent, as large as there is room. */
export function Picture({ media, alt, children, className }: Props) {
  const url = useMediaUrl(media);
  const [size, setSize] = useState<PictureSize | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  if (!media) return <NoPicture>The picture is not kept here: only the model's answer is.</NoPicture>;
  if (url && failed === url) {
    return (
      <NoPicture>
        {media.source === "url"
          ? "Your browser could not load the picture from its address."
          : "Your browser cannot show this kind of picture."}
      </NoPicture>
    );
  }
  if (!url) return <div className="min-h-40" />;
  return (
    <div className={cn("relative mx-auto w-fit max-w-full overflow-hidden rounded-control bg-inset", className)}>
      {/* Small pictures grow, so that what is drawn over them can be read. */}
      <img
        src={url}
        alt={alt}
        referrerPolicy="no-referrer"
        className={cn(
          "block h-auto max-h-120 w-auto max-w-full",
          size && Math.max(size.width, size.height) < 240 && "h-60 [image-rendering:pixelated]",
        )}
        onLoad={(event) => {
          const { naturalWidth: width, naturalHeight: height } = event.currentTarget;
          if (width > 0 && height > 0) setSize({ width, height });
        }}
        onError={() => setFailed(url)}
      />
      {size ? children?.(size) : null}
    </div>
  );
}

function NoPicture({ children }: { children: ReactNode }) {
  return (
    <p className="flex min-h-40 flex-col items-center justify-center gap-2 rounded-control bg-inset p-4 text-center text-sm text-balance text-muted">
      <ImageOff aria-hidden="true" strokeWidth={1.5} className="size-5" />
      {children}
    </p>
  );
}
