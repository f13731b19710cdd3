import { errorCode } from '../../provider/plugin/endpoint';

test('the code of a system error is told, and nothing of whatever else is thrown', () => {
  expect(errorCode(Object.assign(new Error('gone'), { code: 'ENOENT' }))).toBe('ENOENT');
  for (const other of [new Error('a bug'), { code: 5 }, 'ENOENT', 404, null, undefined]) expect(errorCode(other)).toBeUndefined();
});
