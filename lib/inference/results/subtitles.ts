import type { Chunk } from "./transcript";

/** A time in a recording as people read it: `0:04`, `12:30`, `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** Subtitles in the SubRip format. */
export function toSrt(chunks: readonly Chunk[]): string {
  return chunks
    .map((chunk, at) => `${at + 1}\n${timestamp(chunk.start, ",")} --> ${timestamp(chunk.end, ",")}\n${line(chunk)}\n`)
    .join("\n");
}

/** Subtitles in the WebVTT format. In it `<` begins markup and `-->` a time, so both are written as entities. */
export function toVtt(chunks: readonly Chunk[]): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const cues = chunks.map(
    (chunk) => `${timestamp(chunk.start, ".")} --> ${timestamp(chunk.end, ".")}\n${escaped(line(chunk))}\n`,
  );
  return `WEBVTT\n\n${cues.join("\n")}`;
}

/** An empty line would end the cue. */
function line({ text }: Chunk): string {
  return text.replace(/\s*\n\s*/g, " ");
}

function timestamp(seconds: number, point: string): string {
  const ms = Math.max(0, Math.round(seconds * 1_000));
  const part = (value: number, digits = 2) => String(value).padStart(digits, "0");
  const time = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  return `${time.map((value) => part(value)).join(":")}${point}${part(ms % 1_000, 3)}`;
}
