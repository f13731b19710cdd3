import { exactlyOneOf } from '../../../custom-resources/checking/exactly-one-of';
import { UNKNOWN } from '../../../custom-resources/contract/value';

it('takes one of two attributes', () => {
  expect(exactlyOneOf({ alias: 'a', id: null })).toEqual([]);
  expect(exactlyOneOf({ alias: null, id: 'b' })).toEqual([]);
  expect(exactlyOneOf({ path: ['a', UNKNOWN], id: null })).toEqual([]);
});

it('refuses none and both', () => {
  expect(exactlyOneOf({ alias: null, id: null })).toMatchObject([{ severity: 'error', path: [], summary: 'Neither "alias" nor "id"' }]);
  expect(exactlyOneOf({ alias: 'a', id: 'b' })).toMatchObject([{ severity: 'error', path: ['id'], summary: 'Both "alias" and "id"' }]);
  expect(exactlyOneOf({ path: ['a'], id: 'b' })).toMatchObject([{ path: ['id'], summary: 'Both "path" and "id"' }]);
});

it('waits for what is unknown: it may turn out to be null', () => {
  expect(exactlyOneOf({ alias: UNKNOWN, id: null })).toEqual([]);
  expect(exactlyOneOf({ alias: UNKNOWN, id: 'b' })).toEqual([]);
});
