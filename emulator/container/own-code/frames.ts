/** A frame between the emulator and a script's process: two lengths of four bytes, a JSON header, a body of bytes. */
export type Frame = { header: Record<string, unknown>; body: Buffer };

const LENGTHS = 8;

export function encodeFrame(header: object, body: Uint8Array = new Uint8Array()): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(body.length, 4);
  return Buffer.concat([lengths, text, body]);
}

/** Puts frames together from the pieces in which they come. */
export function frameReader(onFrame: (frame: Frame) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = LENGTHS;

  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    while (held >= wanted) {
      const all = Buffer.concat(pieces);
      const headerLength = all.readUInt32BE(0);
      const end = LENGTHS + headerLength + all.readUInt32BE(4);
      pieces = [all];
      wanted = end;
      if (held < end) return;
      const header = JSON.parse(all.toString("utf8", LENGTHS, LENGTHS + headerLength)) as Frame["header"];
      onFrame({ header, body: all.subarray(LENGTHS + headerLength, end) });
      pieces = [all.subarray(end)];
      held -= end;
      wanted = LENGTHS;
    }
  };
}
