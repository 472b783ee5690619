"use client";

import { useEffect, useState } from "react";

const BARS = 160;
/** A compressed file grows tenfold and more when it is decoded. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The loudness over time of a recording, between 0 and 1; empty when it is too long or cannot be decoded. */
export function useWaveform(blob: Blob | null): readonly number[] {
  const [peaks, setPeaks] = useState<{ blob: Blob; values: number[] } | null>(null);

  useEffect(() => {
    if (!blob || blob.size > MAX_BYTES || typeof AudioContext === "undefined") return;
    let isGone = false;
    void decode(blob).then((values) => {
      if (!isGone) setPeaks({ blob, values });
    });
    return () => {
      isGone = true;
    };
  }, [blob]);

  return peaks && peaks.blob === blob ? peaks.values : [];
}

async function decode(blob: Blob): Promise<number[]> {
  const context = new AudioContext();
  try {
    return peaksOf(await context.decodeAudioData(await blob.arrayBuffer()));
  } catch {
    return [];
  } finally {
    void context.close();
  }
}

function peaksOf(sound: AudioBuffer): number[] {
  const samples = sound.getChannelData(0);
  const step = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: Math.min(BARS, samples.length) }, (_, bar) => {
    let most = 0;
    for (let at = bar * step; at < (bar + 1) * step; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
    return most;
  });
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0) || 1;
  return peaks.map((peak) => peak / loudest);
}
