import fc from 'fast-check';
import type { AttributeType } from '../../../custom-resources/contract/schema';
import { UNKNOWN, type Value } from '../../../custom-resources/contract/value';
import { equalValues } from '../../../custom-resources/values/equality';

const set: AttributeType = { set: 'string' };
const OBJECT: AttributeType = { object: { a: 'string', b: 'number' } };

it('takes a set in any order for the same', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.string())
        .chain((elements) => fc.tuple(fc.constant(elements), fc.shuffledSubarray(elements, { minLength: elements.length }))),
      ([elements, shuffled]) => equalValues(set, elements, shuffled),
    ),
  );
});

const DIFFERENT: readonly (readonly [string, AttributeType, Value, Value])[] = [
  ['sets that share all but one element', set, ['a', 'b'], ['a', 'c']],
  ['sets of which one holds more', set, ['a'], ['a', 'b']],
  ['sets of which one holds an element twice', set, ['a', 'a'], ['a', 'b']],
  ['lists in another order', { list: 'string' }, ['a', 'b'], ['b', 'a']],
  ['maps with another value', { map: 'string' }, { a: '1' }, { a: '2' }],
  ['maps with another key', { map: 'string' }, { a: '1' }, { b: '1' }],
  ['objects with another member', OBJECT, { a: '1', b: 2 }, { a: '1', b: 3 }],
  ['nothing and an empty map', { map: 'string' }, null, {}],
  ['a value and one that is not known yet', 'string', 'a', UNKNOWN],
  ['two values that are not known yet', 'string', UNKNOWN, UNKNOWN],
];

it.each(DIFFERENT)('tells %s apart', (_what, type, left, right) => {
  expect(equalValues(type, left, right)).toBe(false);
  expect(equalValues(type, right, left)).toBe(false);
});

const SAME: readonly (readonly [string, AttributeType, Value, Value])[] = [
  ['nothing and nothing', 'string', null, null],
  ['numbers', 'number', 5, 5],
  ['maps in another order', { map: 'number' }, { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['objects', OBJECT, { a: '1', b: null }, { a: '1', b: null }],
  ['sets of lists', { set: { list: 'string' } }, [['a', 'b'], ['c']], [['c'], ['a', 'b']]],
];

it.each(SAME)('takes %s for the same', (_what, type, left, right) => {
  expect(equalValues(type, left, right)).toBe(true);
});
