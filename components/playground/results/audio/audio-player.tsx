"use client";

import { Pause, Play } from "lucide-react";
import { type RefObject, useRef, useState } from "react";

import { IconButton } from "@/components/ui/icon-button";
import type { SentMedia } from "@/lib/inference/results/sent-media";
import { clock } from "@/lib/inference/results/subtitles";

import { useMediaUrl } from "../use-media-url";
import { useWaveform } from "./use-waveform";
import { Waveform } from "./waveform";

type Props = {
  media: SentMedia | null;
  /** For seeking from outside. */
  player?: RefObject<HTMLAudioElement | null>;
  onTime?: (seconds: number) => void;
};

/** Plays the recording that was sent; its loudness over time is the slider. */
export function AudioPlayer({ media, player, onTime }: Props) {
  const own = useRef<HTMLAudioElement>(null);
  const audio = player ?? own;
  const url = useMediaUrl(media);
  const peaks = useWaveform(media?.source === "file" ? media.blob : null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [time, setTime] = useState(0);
  const [duration, setDuration] = useState(0);
  const [failed, setFailed] = useState<string | null>(null);

  if (!media) return <Note>The recording is not kept here: only the model's answer is.</Note>;
  if (url && failed === url) {
    return (
      <Note>
        {media.source === "url"
          ? "Your browser could not play the recording from its address."
          : "Your browser cannot play this kind of recording."}
      </Note>
    );
  }

  function move(seconds: number) {
    setTime(seconds);
    onTime?.(seconds);
  }

  return (
    <figure
      aria-label="The recording that was sent"
      className="flex items-center gap-3 rounded-control bg-inset px-3 py-2"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it is what the model was asked */}
      <audio
        ref={audio}
        src={url ?? undefined}
        preload="metadata"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onTimeUpdate={(event) => move(event.currentTarget.currentTime)}
        onDurationChange={(event) => setDuration(finite(event.currentTarget.duration))}
        onError={() => setFailed(url)}
      />
      <IconButton
        label={isPlaying ? "Pause" : "Play"}
        onClick={() => (isPlaying ? audio.current?.pause() : void audio.current?.play().catch(() => setFailed(url)))}
      >
        {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <Waveform
        peaks={peaks}
        time={time}
        duration={duration}
        onSeek={(seconds) => {
          if (audio.current) audio.current.currentTime = seconds;
          move(seconds);
        }}
      />
      <span className="text-sm whitespace-nowrap text-muted tabular-nums">
        {playTime(time, duration)} / {playTime(duration, duration)}
      </span>
    </figure>
  );
}

function Note({ children }: { children: string }) {
  return <p className="rounded-control bg-inset px-3 py-2 text-sm text-muted">{children}</p>;
}

/** Streams have no end. */
function finite(seconds: number): number {
  return Number.isFinite(seconds) ? seconds : 0;
}

/** Seconds are too coarse for a recording of one word. */
function playTime(seconds: number, duration: number): string {
  return duration < 10 ? `${seconds.toFixed(1)} s` : clock(seconds);
}
