import { decodePrivate, encodePrivate } from '../../provider/rpc/private-data';

const DATA = { created: 5, moved: true };

describe('what a state keeps beside its attributes', () => {
  test('is the own data of the resource, and whether an import was never read yet', () => {
    expect(encodePrivate({ data: {} })).toEqual(new Uint8Array());
    expect(decodePrivate(new Uint8Array())).toEqual({ data: {}, imported: false });
    expect(decodePrivate(encodePrivate({ data: DATA }))).toEqual({ data: DATA, imported: false });
    expect(decodePrivate(encodePrivate({ data: DATA, imported: true }))).toEqual({ data: DATA, imported: true });
  });

  test('is, from a plan, the id of what is planned, and what goes on to its successor', () => {
    expect(decodePrivate(encodePrivate({ data: DATA, planned: 'id-1' }))).toEqual({ data: DATA, imported: false, planned: 'id-1' });
    expect(decodePrivate(encodePrivate({ data: DATA, planned: true }))).toEqual({ data: DATA, imported: false, planned: true });
    const handedOn = { successor: 'ada', instanceId: 'i-1' };
    expect(decodePrivate(encodePrivate({ data: {}, planned: 'id-1', handedOn }))).toEqual({
      data: {},
      imported: false,
      planned: 'id-1',
      handedOn,
    });
  });

  test.each(['nonsense', 'null', '1', '[]', '{"$handedOn":"nonsense"}', '\u0000'])(
    'is refused with the way out where somebody changed it by hand: %s',
    (text) => {
      expect(() => decodePrivate(Buffer.from(text))).toThrow('The notes beside a state cannot be read');
    },
  );
});
