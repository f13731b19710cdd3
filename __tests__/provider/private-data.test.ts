import { UNKNOWN } from '../../custom-resources/contract/value';
import { decodePrivate, encodePlannedPrivate, encodePrivate } from '../../provider/rpc/private-data';

const DATA = { created: 5, moved: true };

describe('what a state keeps beside its attributes', () => {
  test('is the own data of the resource, and whether an import was never read yet', () => {
    expect(decodePrivate(new Uint8Array())).toEqual({ data: {}, imported: false });
    expect(decodePrivate(encodePrivate(DATA))).toEqual({ data: DATA, imported: false });
    expect(decodePrivate(encodePrivate(DATA, true))).toEqual({ data: DATA, imported: true });
  });

  test('is, from a plan, the id of what is planned, and what goes on to its successor', () => {
    expect(decodePrivate(encodePlannedPrivate(DATA, 'id-1'))).toEqual({ data: DATA, imported: false, planned: 'id-1' });
    expect(decodePrivate(encodePlannedPrivate(DATA, UNKNOWN))).toEqual({ data: DATA, imported: false, planned: true });
    const handedOn = { successor: 'ada', instanceId: 'i-1' };
    expect(decodePrivate(encodePlannedPrivate({}, 'id-1', handedOn))).toEqual({ data: {}, imported: false, planned: 'id-1', handedOn });
  });
});
