/** Sound in one channel, values between -1 and 1. */
export type Sound = { samples: Float32Array; rate: number };

/** What decoders give back: one list of samples for each channel. */
export type Channels = { channelData: Float32Array[]; sampleRate: number };

/** Mixes channels into one, each with an equal share. */
export function mixDown({ channelData, sampleRate }: Channels): Sound {
  const [first = new Float32Array(), ...others] = channelData;
  if (others.length === 0) return { samples: first, rate: sampleRate };
  const samples = first.map(
    (value, at) => others.reduce((sum, channel) => sum + (channel[at] ?? 0), value) / channelData.length,
  );
  return { samples, rate: sampleRate };
}
