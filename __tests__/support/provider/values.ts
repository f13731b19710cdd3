import * as fc from 'fast-check';
import type { CtyType } from '../../../custom-resources/contract/cty-type';
import { Decimal, UNKNOWN, type Value } from '../../../custom-resources/contract/value';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((text) => !(text in {}));

/** Any type that a schema can have, three levels deep. */
export const anyType: fc.Arbitrary<CtyType> = fc.letrec<{ type: CtyType; leaf: CtyType }>((tie) => ({
  leaf: fc.constantFrom<CtyType>('string', 'number', 'bool'),
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.tuple(fc.constantFrom('list', 'set', 'map'), tie('type')),
    fc.tuple(fc.constant('object'), fc.dictionary(name, tie('type'), { maxKeys: 5, noNullPrototype: true })),
  ) as fc.Arbitrary<CtyType>,
})).type;

/** Exact: doubles that are whole or short fractions; else decimal text. */
export const anyNumber: fc.Arbitrary<number | Decimal> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.integer({ min: -99_999, max: 99_999 }).map((digits) => digits / 1000 + 0),
  fc.bigInt({ min: 2n ** 64n, max: 2n ** 90n }).map((big) => (BigInt(Number(big)) === big ? Number(big) : new Decimal(String(big)))),
);

/** Any value of a type, with nulls and unknown parts. */
export function anyValue(type: CtyType): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 8, arbitrary: knownValue(type) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(UNKNOWN) },
  );
}

function knownValue(type: CtyType): fc.Arbitrary<Value> {
  if (type === 'string') return fc.string({ unit: 'grapheme' });
  if (type === 'number') return anyNumber;
  if (type === 'bool') return fc.boolean();
  switch (type[0]) {
    case 'list':
    case 'set':
      return fc.array(anyValue(type[1]), { maxLength: 20 });
    case 'map':
      return fc.dictionary(fc.string(), anyValue(type[1]), { maxKeys: 20, noNullPrototype: true });
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(type[1]).map(([key, part]) => [key, anyValue(part)])), { noNullPrototype: true });
  }
}
