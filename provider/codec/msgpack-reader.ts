import type { Decimal } from '../../custom-resources/contract/value';
import { numberFromDouble, numberFromText } from './number';

/** Reads MessagePack, one token at a time; the caller knows from the type what must come next. */
export class MessagePackReader {
  private readonly buffer: Buffer;
  private position = 0;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.position === this.buffer.length;
  }

  /** Takes a nil, if one comes next. */
  nil(): boolean {
    if (this.buffer[this.position] !== 0xc0) return false;
    this.position++;
    return true;
  }

  /** Takes an extension of any code, if one comes next: Terraform's unknown values, refined or not. */
  unknown(): boolean {
    const code = this.buffer[this.position] ?? 0;
    const fixed = code >= 0xd4 && code <= 0xd8;
    if (!fixed && !(code >= 0xc7 && code <= 0xc9)) return false;
    this.position++;
    const size = fixed ? 1 << (code - 0xd4) : this.unsigned(1 << (code - 0xc7));
    this.take(1 + size);
    return true;
  }

  /** Takes these bytes, if they come next. */
  takes(bytes: Uint8Array): boolean {
    const end = this.position + bytes.length;
    if (end > this.buffer.length) return false;
    for (let from = this.position, index = 0; from < end; from++, index++) if (this.buffer[from] !== bytes[index]) return false;
    this.position = end;
    return true;
  }

  boolean(): boolean {
    const code = this.byte();
    if (code !== 0xc2 && code !== 0xc3) throw unexpected('a bool', code);
    return code === 0xc3;
  }

  number(): number | Decimal {
    const code = this.byte();
    if (code < 0x80) return code;
    if (code >= 0xe0) return code - 0x100;
    switch (code) {
      case 0xca:
        return numberFromDouble(this.buffer.readFloatBE(this.take(4)));
      case 0xcb:
        return numberFromDouble(this.buffer.readDoubleBE(this.take(8)));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.unsigned(1 << (code - 0xcc));
      case 0xcf:
        return numberFromText(this.buffer.readBigUInt64BE(this.take(8)).toString());
      case 0xd0:
      case 0xd1:
      case 0xd2:
        return this.signed(1 << (code - 0xd0));
      case 0xd3:
        return numberFromText(this.buffer.readBigInt64BE(this.take(8)).toString());
      default:
        return numberFromText(this.text(code, 'a number'));
    }
  }

  string(): string {
    return this.text(this.byte(), 'a string');
  }

  array(): number {
    return this.count('a list', 0x90, 0xdc);
  }

  map(): number {
    return this.count('an object', 0x80, 0xde);
  }

  private text(code: number, expected: string): string {
    if ((code & 0xe0) !== 0xa0 && (code < 0xd9 || code > 0xdb)) throw unexpected(expected, code);
    const size = code <= 0xbf ? code & 0x1f : this.unsigned(1 << (code - 0xd9));
    const start = this.take(size);
    return this.buffer.toString('utf8', start, start + size);
  }

  private count(expected: string, fixed: number, code16: number): number {
    const code = this.byte();
    if ((code & 0xf0) === fixed) return code & 0x0f;
    if (code !== code16 && code !== code16 + 1) throw unexpected(expected, code);
    return this.unsigned(code === code16 ? 2 : 4);
  }

  private byte(): number {
    const byte = this.buffer[this.position];
    if (byte === undefined) throw tooEarly();
    this.position++;
    return byte;
  }

  private unsigned(size: number): number {
    return this.buffer.readUIntBE(this.take(size), size);
  }

  private signed(size: number): number {
    return this.buffer.readIntBE(this.take(size), size);
  }

  /** Moves on by `size` bytes and says where they start. */
  private take(size: number): number {
    const start = this.position;
    if (start + size > this.buffer.length) throw tooEarly();
    this.position = start + size;
    return start;
  }
}

const tooEarly = (): Error => new Error('the MessagePack data ends too early');

const unexpected = (expected: string, code: number): Error =>
  new Error(`${expected} was expected, the MessagePack code is 0x${code.toString(16)}`);
