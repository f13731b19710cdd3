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
