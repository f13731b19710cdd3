import { UNKNOWN, type Values } from '../../custom-resources/contract/value';
import { IdentityShape } from '../../provider/rpc/identity-shape';
import { typeNameOf } from '../../provider/rpc/rpc';

const shape = new IdentityShape({
  attributes: { id: { required: true, description: 'The id.' }, region: { required: false, description: 'The Region.' } },
  of: ({ id = null, region = null }) => ({ id, region }),
  importState: () => ({}),
});

test('nothing is identified whose id is not there or not known, and what lies in no Region is', () => {
  expect(shape.ofState(undefined)).toBeUndefined();
  expect(shape.ofState({ id: null })).toBeUndefined();
  expect(shape.ofState({ id: UNKNOWN } as unknown as Values)).toBeUndefined();
  expect(shape.ofPlan({ id: null })).toBeUndefined();
  expect(shape.ofState({ id: 'a' })).toEqual(shape.encode({ id: 'a', region: null }));
  expect(shape.complete({ id: 'a' })).toEqual({ id: 'a', region: null });
});

test('a bug is told of the resource that the request is about, be it moved or not', () => {
  expect(typeNameOf({ typeName: 'connect_user' })).toBe('connect_user');
  expect(typeNameOf({ sourceTypeName: 'aws_connect_user', targetTypeName: 'connect_user' })).toBe('connect_user');
  for (const other of [{}, { typeName: 5 }, { targetTypeName: 5 }, 'connect_user', null, undefined])
    expect(typeNameOf(other)).toBeUndefined();
});
