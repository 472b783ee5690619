import type { Media } from "@/lib/inference/inputs/input-form";
import { mediaFromFile } from "@/lib/inference/inputs/media";
import { containerAudioType } from "@/lib/inference/media/content-types";
import { toWav, WAV_RATE } from "@/lib/inference/media/wav";

/**
 * A picked file as a recording that the container takes; any other that this browser can play becomes WAV. Throws an
 * Error that says why when it can be neither.
 */
export async function prepareAudio(file: Blob, name: string): Promise<Media> {
  const type = containerAudioType(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (type) return mediaFromFile(file, name, type);
  const wav = await toSpeechWav(file).catch(() => null);
  if (!wav) throw new Error(refusal(file.type));
  return mediaFromFile(wav, `${name.replace(/\.\w+$/, "")}.wav`, "audio/wave");
}

function refusal(type: string): string {
  const what = type ? `${type} files` : "this file";
  return `The container does not take ${what}, and this browser cannot play it. Save it as WAV, MP3, FLAC or OGG first.`;
}

/** Any sound that the browser can play as one channel of 16 kHz, which is what speech models hear. */
export async function toSpeechWav(file: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, WAV_RATE);
  // Decoding resamples to the context's rate.
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  return new Blob([toWav(mixed(sound), WAV_RATE)], { type: "audio/wave" });
}

function mixed(sound: AudioBuffer): Float32Array {
  const samples = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    sound.getChannelData(channel).forEach((sample, at) => {
      samples[at] = (samples[at] ?? 0) + sample / sound.numberOfChannels;
    });
  }
  return samples;
}
