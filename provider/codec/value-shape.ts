import { Decimal, isUnknown, type Value, type Values } from '../../custom-resources/contract/value';

/** A value does not fit its type. Names the place, as people write it (`phone[0].number`), never the value. */
export class ValueError extends Error {
  override readonly name = 'ValueError';

  constructor(
    private readonly path: string,
    private readonly problem: string,
  ) {
    super(path === '' ? problem : `${path}: ${problem}`);
  }

  /** What went wrong in a part of a value, as a `ValueError` of the whole. */
  static within(step: string | number, error: unknown): ValueError {
    const { path, problem } = ValueError.of(error);
    const place = typeof step === 'number' ? `[${step}]` : step;
    return new ValueError(path === '' || path.startsWith('[') ? `${place}${path}` : `${place}.${path}`, problem);
  }

  /** Runs `work`, and throws nothing but a `ValueError`. */
  static rooted<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw ValueError.of(error);
    }
  }

  private static of(error: unknown): ValueError {
    if (error instanceof ValueError) return error;
    return new ValueError('', error instanceof Error ? error.message : 'unreadable');
  }
}

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value) && !(value instanceof Decimal);

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

export function listOf(value: Value): readonly Value[] {
  if (!isList(value)) throw new ValueError('', `a list was expected, there is ${kindOf(value)}`);
  return value;
}

export function objectOf(value: Value): Values {
  if (!isObject(value)) throw new ValueError('', `an object was expected, there is ${kindOf(value)}`);
  return value;
}

export function kindOf(value: Value): string {
  if (value === null) return 'null';
  if (isUnknown(value)) return 'an unknown value';
  if (value instanceof Decimal) return 'a number';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
