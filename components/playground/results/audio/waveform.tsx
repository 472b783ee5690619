import { clock } from "@/lib/inference/results/subtitles";

type Props = { peaks: readonly number[]; time: number; duration: number; onSeek: (seconds: number) => void };

const HEIGHT = 40;

/** A slider through a recording, drawn as its loudness over time; a plain line where that is not known. */
export function Waveform({ peaks, time, duration, onSeek }: Props) {
  const played = duration > 0 ? time / duration : 0;
  return (
    <div className="relative h-10 min-w-0 flex-1 rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(1, peaks.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="size-full"
      >
        {peaks.length === 0 ? (
          <>
            <rect y={HEIGHT / 2 - 2} width="1" height="4" className="fill-border-control" />
            <rect y={HEIGHT / 2 - 2} width={played} height="4" className="fill-accent" />
          </>
        ) : null}
        {peaks.map((peak, at) => {
          const height = Math.max(2, peak * HEIGHT);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: moments of one recording
              key={at}
              x={at + 0.15}
              y={(HEIGHT - height) / 2}
              width={0.7}
              height={height}
              className={at / peaks.length < played ? "fill-accent" : "fill-border-control"}
            />
          );
        })}
      </svg>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={`${clock(time)} of ${clock(duration)}`}
        min={0}
        max={duration || 1}
        step={0.01}
        value={time}
        disabled={duration === 0}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      />
    </div>
  );
}
