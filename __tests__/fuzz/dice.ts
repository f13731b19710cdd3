/** Chance that repeats itself: the same seed gives the same throws. */
export class Dice {
  constructor(private state: number) {}

  /** 0 to `size` - 1. */
  below(size: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % size;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('there is nothing to choose from');
    return choice;
  }

  bytes(size: number): Buffer {
    return Buffer.from(Array.from({ length: size }, () => this.below(256)));
  }

  /** One to four changes of the kinds that break parsers: bits, lengths, cuts, repetitions, parts of `other`. */
  mutate(bytes: Uint8Array, other: Uint8Array = bytes): Buffer {
    let result = Buffer.from(bytes);
    for (let changes = 1 + this.below(4); changes > 0; changes--) {
      const at = this.below(result.length + 1);
      const end = Math.min(result.length, at + this.below(24));
      const from = this.below(other.length + 1);
      const middle = this.pick<() => Uint8Array>([
        () => Buffer.from([this.below(256)]),
        () => Buffer.from([this.pick([0x00, 0x7f, 0x80, 0xc0, 0xc1, 0xd9, 0xdc, 0xdf, 0xff])]),
        () => this.bytes(this.below(9)),
        () => new Uint8Array(),
        () => other.subarray(from, from + this.below(64)),
        () => Buffer.concat([result.subarray(at, end), result.subarray(at, end)]),
        () => Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]),
      ])();
      result = Buffer.concat([
        result.subarray(0, at),
        middle,
        result.subarray(this.chance(70) ? Math.min(result.length, at + middle.length) : end),
      ]);
    }
    return result;
  }

  /** A text much like `text`, or one of those that trip programs up. */
  text(text: string): string {
    if (this.chance(40)) return this.pick(AWKWARD);
    const characters = [...text];
    for (let changes = 1 + this.below(3); changes > 0; changes--) {
      characters.splice(
        this.below(characters.length + 1),
        this.below(4),
        ...this.pick([[], ['/'], [':'], ['%'], ['*'], ['"'], [' '], ['\n'], ['ü'], ['🙂'], [...this.pick(AWKWARD)]]),
      );
    }
    return characters.join('').normalize('NFC');
  }
}

const AWKWARD = [
  '',
  ' ',
  '\t',
  '0',
  '-1',
  '1e999',
  'null',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
  '..',
  '%00',
  '%',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\ufeff',
  '\uffff',
  'ſ',
  '🙂'.repeat(30),
  'x'.repeat(129),
  'x'.repeat(70_000),
  ':'.repeat(40),
  '/'.repeat(40),
  '((((((((((((((((((((((((((((',
];
