import type { Failure } from '../../connect/failure';
import { idIn } from '../../connect/shapes/ids';
import { unreachable } from '../../connect/unreachable';
import { failureOf } from '../support/connect/open';

it('a gateway that cannot call yet says so to every question, and may itself be waited for', async () => {
  const failure: Failure = { kind: 'not-configured', operation: 'Configure', region: '', code: 'NotConfigured', message: 'not yet' };
  const connect = await Promise.resolve(unreachable(failure));
  expect(connect.region).toBe('');
  expect(failureOf(await connect.users.find({ instanceId: idIn('i-1'), userId: idIn('u-1') }))).toBe(failure);
  expect(failureOf(await connect.catalogue.queues(idIn('i-1')))).toBe(failure);
});
