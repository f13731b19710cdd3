/** ASN.1 in its DER form: just the kinds that an X.509 certificate is made of. */

const element = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(body.length), body]);
};

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  return size < 0x100 ? Buffer.from([0x81, size]) : Buffer.from([0x82, size >> 8, size & 0xff]);
}

export const sequence = (...elements: readonly Uint8Array[]): Buffer => element(0x30, ...elements);
export const set = (...elements: readonly Uint8Array[]): Buffer => element(0x31, ...elements);
export const octetString = (bytes: Uint8Array): Buffer => element(0x04, bytes);
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer => element(0x03, Buffer.from([unusedBits]), bytes);
export const utf8String = (text: string): Buffer => element(0x0c, Buffer.from(text));
export const TRUE = element(0x01, Buffer.from([0xff]));

/** `bytes` is big-endian, without leading zeros and with the sign bit clear. */
export const positiveInteger = (bytes: Uint8Array): Buffer => element(0x02, bytes);

/** `[number]` of a context, around `elements`. */
export const explicit = (number: number, ...elements: readonly Uint8Array[]): Buffer => element(0xa0 | number, ...elements);

/** `[number]` of a context, in place of the type's own tag. */
export const implicit = (number: number, bytes: Uint8Array): Buffer => element(0x80 | number, bytes);

/** `dotted` as `1.2.840.10045.4.3.2`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

/** UTCTime, which reaches to the year 2049, and GeneralizedTime from then on. */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return date.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}
