import { Fault } from "../../../protocol/fault.ts";

const MAX_LINE = 8 * 1024;
const MAX_TRAILERS = 16 * 1024;

/**
 * Takes the framing of `content-encoding: aws-chunked` off: `SIZE[;chunk-signature=…]\r\n DATA \r\n … 0\r\n trailers`.
 * Trailers land in `trailers`, lower-case names. Chunk signatures are not checked.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const input = new ByteReader(source);
  for (;;) {
    const size = chunkSize(await input.line());
    if (size === 0) break;
    yield* input.take(size);
    if ((await input.line()) !== "") throw malformed();
  }
  // The signed form has a blank line inside its trailers, so all that is left is read.
  for (const line of (await input.rest(MAX_TRAILERS)).split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function chunkSize(line: string): number {
  const [hex = ""] = line.split(";");
  if (!/^[0-9a-f]{1,12}$/i.test(hex)) throw malformed();
  return Number.parseInt(hex, 16);
}

function malformed(): Fault {
  return new Fault("IncompleteBody", "The request body terminated unexpectedly");
}

class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private left: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const at = this.left.indexOf(10);
      if (at >= 0) {
        const line = this.left.toString("latin1", 0, at);
        this.left = this.left.subarray(at + 1);
        return line.replace(/\r$/, "");
      }
      if (this.left.length > MAX_LINE || !(await this.more())) throw malformed();
    }
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    let wanted = size;
    while (wanted > 0) {
      if (this.left.length === 0 && !(await this.more())) throw malformed();
      const piece = this.left.subarray(0, wanted);
      this.left = this.left.subarray(piece.length);
      wanted -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async rest(limit: number): Promise<string> {
    while (await this.more()) if (this.left.length > limit) throw malformed();
    return this.left.toString("latin1");
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.chunks.next();
    if (done) return false;
    this.left = this.left.length === 0 ? value : Buffer.concat([this.left, value]);
    return true;
  }
}
