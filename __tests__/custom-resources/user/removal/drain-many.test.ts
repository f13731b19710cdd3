import { removeUser } from '../../../../custom-resources/user/removal/remove';
import { INSTANCE_ID } from '../../../../emulator/seed/demo';
import { openPaced } from '../../../support/connect/emulator';
import { tenAtATime } from '../../../support/connect/ten-at-a-time';
import { testContext } from '../../../support/custom-resources/context';
import { AGENT } from '../../../support/custom-resources/users';
import { ControlClient } from '../../../support/emulator/test-emulator';

it('many leavers at the documented rate take hardly longer for being drained, and no contact is cut', async () => {
  const LEAVERS = 50;
  const ON_CONTACTS = 10;
  await using service = await openPaced({});
  const control = new ControlClient(service.url);
  const userIds = await control.users({ count: LEAVERS, instance: INSTANCE_ID });
  for (const user of userIds.slice(0, ON_CONTACTS))
    await control.agent({ instance: INSTANCE_ID, user, status: 'Available', contacts: [{ lastsMs: 60_000, workMs: 10_000 }] });
  const context = { ...testContext(service.gateway()), clock: service.clock, connect: () => service.gateway({ timeoutMs: 3_600_000 }) };
  const begun = service.clock.now();
  await tenAtATime(LEAVERS, async (index) => {
    const state = { ...AGENT, instance_id: INSTANCE_ID, user_id: userIds[index] ?? '', drain_on_delete: '10m' };
    const removal = await removeUser({ connect: context.connect(), context, deadline: service.clock.now() + 1_200_000 }, state, {});
    expect(removal).toEqual({});
  });
  const seconds = Math.round((service.clock.now() - begun) / 1_000);
  const made = (operation: string): number => service.calls(operation).length;
  const { instances } = await control.state();
  expect(instances.map(({ cutContacts }) => cutContacts)).toEqual([[], []]);
  expect([made('DeleteUser'), made('PutUserStatus'), made('ListAgentStatuses')]).toEqual([LEAVERS, ON_CONTACTS, 1]);
  // Each is looked at in both Regions; who is on a contact, for 70 seconds.
  expect(made('GetCurrentUserData')).toBeLessThan(2 * LEAVERS + 8 * ON_CONTACTS);
  // Twice a second one is deleted, ten at a time, while others wait.
  expect(seconds).toBeLessThan(LEAVERS / 2 + 2 * 75);
});
