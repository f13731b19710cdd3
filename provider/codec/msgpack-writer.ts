import { Decimal } from '../../custom-resources/contract/value';

/** Writes MessagePack, one token at a time, in the forms that Terraform reads numbers and unknowns in. */
export class MessagePackWriter {
  private buffer = Buffer.allocUnsafe(1024);
  private length = 0;

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  nil(): void {
    this.byte(0xc0);
  }

  boolean(value: boolean): void {
    this.byte(value ? 0xc3 : 0xc2);
  }

  /** Fractions travel as decimal text: as a double, 0.1 would arrive as 0.1000000000000000055. */
  number(value: number | Decimal): void {
    if (value instanceof Decimal) this.string(value.text);
    else if (!Number.isFinite(value)) throw new Error(`${value} is no number that Terraform has`);
    else if (!Number.isInteger(value)) this.string(String(value));
    else if (!Number.isSafeInteger(value)) this.double(value);
    else this.integer(value);
  }

  string(value: string): void {
    const size = Buffer.byteLength(value);
    if (size < 32) this.byte(0xa0 | size);
    else this.sized(size, 0xd9, 0xda, 0xdb);
    this.reserve(size);
    this.length += this.buffer.write(value, this.length);
  }

  /** What was written before. */
  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** `size` elements follow. */
  array(size: number): void {
    if (size < 16) this.byte(0x90 | size);
    else this.sized(size, undefined, 0xdc, 0xdd);
  }

  /** `size` pairs of key and value follow. */
  map(size: number): void {
    if (size < 16) this.byte(0x80 | size);
    else this.sized(size, undefined, 0xde, 0xdf);
  }

  /** An extension of code 0 with one byte: a value known only after apply. */
  unknown(): void {
    this.byte(0xd4);
    this.byte(0);
    this.byte(0);
  }

  private integer(value: number): void {
    if (value >= -32 && value < 0x80) this.byte(value & 0xff);
    else if (value >= 0 && value <= 0xffffffff) this.sized(value, 0xcc, 0xcd, 0xce);
    else {
      this.byte(0xd3);
      this.reserve(8);
      this.length = this.buffer.writeBigInt64BE(BigInt(value), this.length);
    }
  }

  private double(value: number): void {
    this.byte(0xcb);
    this.reserve(8);
    this.length = this.buffer.writeDoubleBE(value, this.length);
  }

  /** A count in one, two or four bytes, after the code of that width. */
  private sized(count: number, code8: number | undefined, code16: number, code32: number): void {
    this.reserve(5);
    if (code8 !== undefined && count <= 0xff) {
      this.byte(code8);
      this.byte(count);
    } else if (count <= 0xffff) {
      this.byte(code16);
      this.length = this.buffer.writeUInt16BE(count, this.length);
    } else {
      this.byte(code32);
      this.length = this.buffer.writeUInt32BE(count, this.length);
    }
  }

  private byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  private reserve(size: number): void {
    if (this.length + size <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + size));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

/** To be kept, and written again and again. */
export function encodedString(value: string): Uint8Array {
  const writer = new MessagePackWriter();
  writer.string(value);
  return Uint8Array.from(writer.bytes());
}
