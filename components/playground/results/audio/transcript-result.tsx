"use client";

import { Download } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { saveFile } from "@/components/ui/save-file";
import { toSrt, toVtt } from "@/lib/inference/results/subtitles";
import type { Transcript } from "@/lib/inference/results/transcript";

import { ScrollArea } from "../scroll-area";
import { AudioPlayer } from "./audio-player";
import { TranscriptChunks } from "./transcript-chunks";

/** What was said, with the recording; with times, a part plays when it is pressed and is marked while it does. */
export function TranscriptResult({ drawing: { media, text, chunks } }: { drawing: Transcript }) {
  const player = useRef<HTMLAudioElement>(null);
  const [time, setTime] = useState<number | null>(null);

  function playFrom(seconds: number) {
    setTime(seconds);
    if (!player.current) return;
    player.current.currentTime = seconds;
    // Refused where the recording cannot be played: the player says so itself.
    void player.current.play().catch(() => undefined);
  }

  return (
    <div className="flex flex-col gap-4">
      <AudioPlayer media={media} player={player} onTime={setTime} />
      {chunks.length > 0 ? (
        <TranscriptChunks chunks={chunks} time={time} onSeek={playFrom} />
      ) : (
        <ScrollArea className="max-h-120">
          <p className="text-lg break-words whitespace-pre-wrap">
            {text || <span className="text-muted">The model heard no words.</span>}
          </p>
        </ScrollArea>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton value={text} label="Copy the text" />
        <Button size="sm" onClick={() => saveFile("transcript.txt", text)}>
          <Download aria-hidden="true" />
          Text
        </Button>
        {chunks.length > 0 ? (
          <>
            <Button size="sm" onClick={() => saveFile("transcript.srt", toSrt(chunks))}>
              <Download aria-hidden="true" />
              SRT
            </Button>
            <Button size="sm" onClick={() => saveFile("transcript.vtt", toVtt(chunks), "text/vtt")}>
              <Download aria-hidden="true" />
              VTT
            </Button>
          </>
        ) : (
          <p className="text-sm text-muted">For subtitles, ask for timestamps in the parameters.</p>
        )}
      </div>
    </div>
  );
}
