/** What speech models are trained on. */
export const WAV_RATE = 16_000;

const HEADER_BYTES = 44;

/** One channel of sound, samples between -1 and 1, as a WAV file of 16 bits per sample. */
export function toWav(samples: Float32Array, rate: number): ArrayBuffer {
  const bytes = samples.length * 2;
  const buffer = new ArrayBuffer(HEADER_BYTES + bytes);
  const view = new DataView(buffer);
  const word = (at: number, text: string) => {
    for (let index = 0; index < 4; index++) view.setUint8(at + index, text.charCodeAt(index));
  };
  word(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + bytes, true);
  word(8, "WAVE");
  word(12, "fmt ");
  view.setUint32(16, 16, true); // length of this part
  view.setUint16(20, 1, true); // samples as they are, not compressed
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true); // bytes per second
  view.setUint16(32, 2, true); // bytes per sample of all channels
  view.setUint16(34, 16, true); // bits per sample
  word(36, "data");
  view.setUint32(40, bytes, true);
  samples.forEach((sample, at) => {
    const inRange = Math.max(-1, Math.min(1, sample));
    view.setInt16(HEADER_BYTES + at * 2, Math.round(inRange * 0x7fff), true);
  });
  return buffer;
}
