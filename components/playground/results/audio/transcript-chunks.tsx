import { cn } from "@/lib/cn";
import { clock } from "@/lib/inference/results/subtitles";
import type { Chunk } from "@/lib/inference/results/transcript";

const MAX_CHUNKS = 1_000;

type Props = { chunks: readonly Chunk[]; time: number | null; onSeek: (seconds: number) => void };

/** The parts of a transcript to press: single words in a flow, sentences as lines with their times. */
export function TranscriptChunks({ chunks, time, onSeek }: Props) {
  const shown = chunks.slice(0, MAX_CHUNKS);
  const isWords = shown.every(({ text }) => !/\s/.test(text));
  return (
    <div>
      <ol
        aria-label="Transcript with times"
        className={cn("max-h-120 overflow-auto p-0.5 text-lg", isWords ? "flex flex-wrap gap-x-0.5" : "flex flex-col")}
      >
        {shown.map(({ text, start, end }, index) => {
          const isCurrent = time !== null && time >= start && time < end;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one recording, equal words are possible
            <li key={index}>
              <button
                type="button"
                aria-current={isCurrent ? "true" : undefined}
                title={`Play from ${clock(start)}`}
                onClick={() => onSeek(start)}
                className={cn(
                  "rounded-sm px-1 text-left -outline-offset-1 transition-colors hover:bg-hover",
                  !isWords && "flex w-full items-baseline gap-3 py-1",
                  isCurrent && "bg-accent-soft text-accent-text underline decoration-2 underline-offset-4",
                )}
              >
                <span className={isWords ? "sr-only" : "w-12 shrink-0 text-sm text-muted tabular-nums"}>
                  {clock(start)}
                </span>{" "}
                {text}
              </button>
            </li>
          );
        })}
      </ol>
      {chunks.length > shown.length ? (
        <p className="pt-2 text-sm text-muted">
          The first {MAX_CHUNKS} of {chunks.length} parts are shown. The downloads have all of them.
        </p>
      ) : null}
    </div>
  );
}
