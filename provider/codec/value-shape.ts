import { Decimal, isUnknown, type Value, type Values } from '../../custom-resources/contract/value';

/** A value does not fit its type. Names the place, never the value. */
export class ValueError extends Error {
  override readonly name = 'ValueError';

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
  }

  /** Runs `work`; what it throws becomes a `ValueError` at `path`. */
  static locate<T>(path: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new ValueError(path, error instanceof Error ? error.message : 'unreadable');
    }
  }
}

/** The path of a part of the value at `path`, as people write it: `phone[0].number`. */
export function at(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value) && !(value instanceof Decimal);

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

export function listOf(value: Value, path: string): readonly Value[] {
  if (!isList(value)) throw new ValueError(path, `a list was expected, there is ${kindOf(value)}`);
  return value;
}

export function objectOf(value: Value, path: string): Values {
  if (!isObject(value)) throw new ValueError(path, `an object was expected, there is ${kindOf(value)}`);
  return value;
}

export function kindOf(value: Value): string {
  if (value === null) return 'null';
  if (isUnknown(value)) return 'an unknown value';
  if (value instanceof Decimal) return 'a number';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
