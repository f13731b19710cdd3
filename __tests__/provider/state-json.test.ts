import type { CtyType } from '../../custom-resources/contract/cty-type';
import { Decimal } from '../../custom-resources/contract/value';
import { parseState } from '../../provider/codec/json-state';
import { decodeValue, encodeValue } from '../support/provider/codec';

const parse = (text: string) => parseState(Buffer.from(text));

describe('states from a state file', () => {
  test('keep every digit of every number', () => {
    expect(parse('{"a":9007199254740993,"b":[0.1,-2,1e400],"c":1180591620717411303424}')).toEqual({
      a: new Decimal('9007199254740993'),
      b: [0.1, -2, new Decimal('1e400')],
      c: 2 ** 70,
    });
  });

  test('leave digits inside text alone', () => {
    const text = '{"a 9007199254740993":"\\"9007199254740993\\\\","n":9007199254740993}';
    expect(parse(text)).toEqual({ 'a 9007199254740993': '"9007199254740993\\', n: new Decimal('9007199254740993') });
  });

  test('take the shape of the current schema', () => {
    const type: CtyType = [
      'object',
      { kept: 'string', added: 'bool', items: ['list', ['object', { n: 'number' }]], tags: ['map', 'string'] },
    ];
    const state = parse('{"kept":"x","dropped":1,"items":[{"n":1,"old":2}],"tags":{"a":"b"}}');
    expect(decodeValue(type, encodeValue(type, state))).toEqual({ kept: 'x', added: null, items: [{ n: 1 }], tags: { a: 'b' } });
  });

  test('fail where an attribute changed its kind, naming the place', () => {
    expect(() => encodeValue(['object', { items: ['list', 'string'] }], parse('{"items":["a",1]}'))).toThrow(
      'items[1]: a string was expected, there is a number',
    );
  });

  const long = '9007199254740993';
  test.each([
    [long, new Decimal(long)],
    [`-${long}`, new Decimal(`-${long}`)],
    [`[${long}]`, [new Decimal(long)]],
    [`[1, ${long}]`, [1, new Decimal(long)]],
    [`{"a" : ${long}}`, { a: new Decimal(long) }],
    ['1.10', new Decimal('1.10')],
    ['2E1', new Decimal('2E1')],
    ['999999999999999', 999_999_999_999_999],
    ['10.10', new Decimal('10.10')],
    ['[12e1]', [new Decimal('12e1')]],
  ])('keep the number in %s as it stands', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });
});
