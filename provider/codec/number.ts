import { Decimal } from '../../custom-resources/contract/value';

/**
 * A number from its decimal text: a JavaScript `number` when that is exactly the same number, else a
 * `Decimal`. "0.1" counts as exact, because `String(0.1)` gives it back.
 */
export function numberFromText(text: string): number | Decimal {
  return isExactText(text) ? Number(text) : new Decimal(text);
}

export function isExactText(text: string): boolean {
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error('a number was expected, and this text is none');
  if (!Number.isInteger(number)) return String(number) === text;
  return /^-?\d+$/.test(text) && BigInt(text) === BigInt(number);
}

/**
 * A number from a double of the wire, which means its exact binary value. A fraction such as the
 * double nearest to 0.1 is not 0.1: it keeps all its digits.
 */
export function numberFromDouble(double: number): number | Decimal {
  if (Number.isInteger(double)) return double;
  const digits = double.toPrecision(100).replace(/\.?0+(?=e|$)/, '');
  return digits === String(double) ? double : new Decimal(digits);
}
