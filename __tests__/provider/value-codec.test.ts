import * as fc from 'fast-check';
import type { CtyType } from '../../custom-resources/contract/cty-type';
import { Decimal, UNKNOWN } from '../../custom-resources/contract/value';
import { decodeValue, encodeValue } from '../support/provider/codec';
import { anyType, anyValue } from '../support/provider/values';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

describe('values on the wire', () => {
  test('come back as they were, whatever their type', () => {
    const typed = anyType.chain((type) => anyValue(type).map((value) => ({ type, value })));
    fc.assert(
      fc.property(typed, ({ type, value }) => expect(decodeValue(type, encodeValue(type, value))).toEqual(value)),
      { numRuns: 300 },
    );
  });

  test('come back as they were when strings, lists and maps are long', () => {
    for (const size of [15, 16, 31, 32, 255, 256, 65_535, 65_536]) {
      const text = 'x'.repeat(size);
      expect(decodeValue('string', encodeValue('string', text))).toBe(text);
      const list = Array.from({ length: size }, () => true);
      expect(decodeValue(['list', 'bool'], encodeValue(['list', 'bool'], list))).toEqual(list);
      const map = Object.fromEntries(list.map((value, index) => [`k${index}`, value]));
      expect(decodeValue(['map', 'bool'], encodeValue(['map', 'bool'], map))).toEqual(map);
    }
  });

  test.each([
    ['0', 0, '00'],
    ['minus zero', -0, '00'],
    ['127', 127, '7f'],
    ['128', 128, 'cc80'],
    ['65,536', 65_536, 'ce00010000'],
    ['4,294,967,296', 4_294_967_296, 'd30000000100000000'],
    ['-32', -32, 'e0'],
    ['-33', -33, 'd3ffffffffffffffdf'],
    ['a fraction, as text', 0.1, 'a3302e31'],
    ['two to the power of 60', 2 ** 60, 'cb43b0000000000000'],
    ['more digits than a double has', new Decimal('9007199254740993'), 'b0393030373139393235343734303939 33'],
  ])('write the number %s as Terraform reads it', (_name, number, expected) => {
    expect(hex(encodeValue('number', number))).toBe(expected.replaceAll(' ', ''));
  });

  test.each<[string, string, number | Decimal]>([
    ['a small integer', '05', 5],
    ['int8', 'd0 80', -128],
    ['int16', 'd1 8000', -32_768],
    ['int32', 'd2 80000000', -2_147_483_648],
    ['uint64 beyond a double', 'cf ffffffffffffffff', new Decimal('18446744073709551615')],
    ['int64 that a double holds', 'd3 1000000000000000', 2 ** 60],
    ['int64 beyond a double', 'd3 0020000000000001', new Decimal('9007199254740993')],
    ['a float32', 'ca 3f000000', 0.5],
    ['a float64', 'cb 3fe0000000000000', 0.5],
    [
      'the float64 nearest to 0.1, which is not 0.1',
      'cb 3fb999999999999a',
      new Decimal('0.1000000000000000055511151231257827021181583404541015625'),
    ],
    ['text', 'a3 302e31', 0.1],
  ])('read %s exactly', (_name, encoded, expected) => {
    expect(decodeValue('number', bytes(encoded))).toEqual(expected);
  });

  test.each([
    ['plain', 'd40000'],
    ['refined with a known prefix', 'c7070c8102a47072652d'],
    ['of a code from the future', 'd5630102'],
    ['large', `c8 0100 0c ${'00'.repeat(256)}`],
  ])('read an unknown value that is %s', (_name, encoded) => {
    expect(decodeValue('string', bytes(encoded))).toBe(UNKNOWN);
  });

  test('have every attribute of the type, and no other', () => {
    const type: CtyType = ['object', { a: 'string', b: 'string' }];
    expect(decodeValue(type, encodeValue(type, { b: 'x', c: 'y' }))).toEqual({ a: null, b: 'x' });
  });

  test('keep keys of maps that objects of JavaScript have too', () => {
    const map = Object.fromEntries(['__proto__', 'constructor', 'toString'].map((key) => [key, key]));
    const read = decodeValue(['map', 'string'], encodeValue(['map', 'string'], map));
    expect(Object.entries(read ?? {})).toEqual(Object.entries(map));
  });

  test('keep the order of sets', () => {
    expect(decodeValue(['set', 'string'], encodeValue(['set', 'string'], ['b', 'a']))).toEqual(['b', 'a']);
  });

  test.each<[string, CtyType, string, string]>([
    ['text where a bool should be', ['object', { a: 'bool' }], '81a161a178', 'a: a bool was expected, the MessagePack code is 0xa1'],
    ['an attribute that the schema lacks', ['object', {}], '81a161c0', 'a: the schema has no such attribute'],
    [
      'an attribute that only objects of JavaScript have',
      ['object', {}],
      '81ab636f6e7374727563746f72c0',
      'constructor: the schema has no such attribute',
    ],
    ['the prototype of an object', ['object', {}], '81a95f5f70726f746f5f5fc0', '__proto__: the schema has no such attribute'],
    ['an end too early', ['list', 'string'], '92a161a5', '[1]: the MessagePack data ends too early'],
    ['text that is no number', 'number', 'a3616263', 'a number was expected, and this text is none'],
    ['more than one value', 'string', 'a161a161', 'bytes are left over after the value'],
  ])('fails on %s, naming the place', (_name, type, encoded, message) => {
    expect(() => decodeValue(type, bytes(encoded))).toThrow(message);
  });

  test('fails to write a value of the wrong kind, naming the place and never the value', () => {
    const type: CtyType = ['object', { users: ['list', ['object', { password: 'number' }]] }];
    const write = (): unknown => encodeValue(type, { users: [{ password: 'hunter2' }] });
    expect(write).toThrow('users[0].password: a number was expected, there is a string');
    expect(write).not.toThrow(/hunter2/);
  });

  test('fails to write a number that Terraform does not have', () => {
    expect(() => encodeValue('number', Number.NaN)).toThrow('NaN');
  });
});
