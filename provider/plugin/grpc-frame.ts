/** A gRPC message on the wire: a compression flag, the length in four bytes, the message. */
const HEADER = 5;

export function encodeFrame(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(HEADER + message.length);
  frame[0] = 0;
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, HEADER);
  return frame;
}

/** The one message of a unary request; nothing if it is compressed, cut short or not alone. */
export function decodeFrame(frame: Buffer): Buffer | undefined {
  if (frame.length < HEADER || frame[0] !== 0 || frame.readUInt32BE(1) !== frame.length - HEADER) return undefined;
  return frame.subarray(HEADER);
}

/** Collects a frame as it comes in; keeps nothing of one whose message is longer than `longest`, as its header tells. */
export class IncomingFrame {
  private chunks: Buffer[] = [];
  private header = Buffer.alloc(0);
  private size = 0;
  private fits = true;

  constructor(private readonly longest: number) {}

  /** Whether the frame fits so far. */
  add(chunk: Buffer): boolean {
    this.size += chunk.length;
    if (this.header.length < HEADER) this.header = Buffer.concat([this.header, chunk]).subarray(0, HEADER);
    const announced = this.header.length < HEADER ? 0 : this.header.readUInt32BE(1);
    this.fits &&= announced <= this.longest && this.size <= HEADER + this.longest;
    if (this.fits) this.chunks.push(chunk);
    else this.chunks = [];
    return this.fits;
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}
