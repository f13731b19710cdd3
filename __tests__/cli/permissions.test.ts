import { permissions } from '../../cli/doctor/permissions';
import { fakeConnect } from '../support/custom-resources/connect';
import { INSTANCE_ID } from '../support/custom-resources/ids';

it('are tried for every operation that a plan calls, but for those of which no cheap call tells', async () => {
  const [read, written] = (await permissions(fakeConnect(), INSTANCE_ID)).filter(({ mark }) => mark === 'not tried');
  // An operation that is added here needs a call in PROBES of cli/doctor/permissions.ts, if there is a cheap one.
  expect(read?.text).toBe('connect:ListQueueQuickConnects: no cheap call would show it');
  expect(written?.text).toMatch(/only an apply needs them/);
});
