import {
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  REPLICA_REGION,
  SALES_ROUTING_PROFILE_ID,
} from '../support/connect/seed';
import { managedUser, openEmulator, samlUser } from '../support/connect/emulator';
import { failureOf, valueOf } from '../support/connect/open';

describe('users', () => {
  it('are created with everything that was asked for, and read back the same', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const created = valueOf(
      await users.create(
        managedUser('jane', {
          identity: { firstName: 'Jane', lastName: 'Doe', email: 'j@example.com', secondaryEmail: 's@example.com' },
          tags: { team: 'north' },
        }),
      ),
    );
    const { at, ...ids } = created;
    expect(Math.abs(at - service.clock.now())).toBeLessThan(120_000);
    const { instanceId, routingProfileId, securityProfileIds } = managedUser('jane');
    expect(valueOf(await users.find({ instanceId, userId: created.id }))).toEqual({
      ...ids,
      username: 'jane',
      identity: { firstName: 'Jane', lastName: 'Doe', email: 'j@example.com', secondaryEmail: 's@example.com' },
      channels: {},
      directoryUserId: expect.any(String),
      routingProfileId,
      securityProfileIds,
      tags: { team: 'north' },
      lastModified: expect.any(Number),
    });
  });

  it('keep the settings of each channel', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const channels = {
      autoAccept: [
        { channel: 'VOICE', autoAccept: true, agentFirstCallbackAutoAccept: false },
        { channel: 'CHAT', autoAccept: false },
      ],
      afterContactWork: [
        { channel: 'VOICE', timeLimit: 60, agentFirstCallbackTimeLimit: 30 },
        { channel: 'TASK', timeLimit: 0 },
      ],
      phoneNumber: [{ channel: 'VOICE', phoneType: 'DESK_PHONE', phoneNumber: '+12065550123' }],
      persistentConnection: [{ channel: 'VOICE', persistentConnection: true }],
      voiceEnhancement: [{ channel: 'VOICE', mode: 'NOISE_SUPPRESSION' }],
    };
    const { id } = valueOf(await users.create(samlUser('jane', { phone: undefined, channels })));
    const user = { instanceId: INSTANCE_ID, userId: id };
    expect(valueOf(await users.find(user))?.channels).toEqual(channels);
    const changed = { ...channels, afterContactWork: [{ channel: 'VOICE', timeLimit: 90 }] };
    valueOf(await users.updateConfig(user, changed));
    expect(valueOf(await users.find(user))?.channels.afterContactWork).toContainEqual({ channel: 'VOICE', timeLimit: 90 });
  });

  it('change one attribute group at a time', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const { id } = valueOf(await users.create(samlUser('jane')));
    const user = { instanceId: INSTANCE_ID, userId: id };
    valueOf(await users.updateIdentityInfo(user, { firstName: 'Joan', lastName: 'Dee' }));
    valueOf(
      await users.updatePhoneConfig(user, {
        phoneType: 'DESK_PHONE',
        deskPhoneNumber: '+12065550123',
        autoAccept: false,
        afterContactWorkTimeLimit: 45,
      }),
    );
    valueOf(await users.updateRoutingProfile(user, SALES_ROUTING_PROFILE_ID));
    valueOf(await users.updateSecurityProfiles(user, [AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID]));
    valueOf(await users.updateHierarchy(user, NORTH_HIERARCHY_GROUP_ID));
    const changed = valueOf(await users.find(user));
    expect(changed).toMatchObject({
      identity: { firstName: 'Joan', lastName: 'Dee' },
      phone: { phoneType: 'DESK_PHONE', deskPhoneNumber: '+12065550123', autoAccept: false, afterContactWorkTimeLimit: 45 },
      routingProfileId: SALES_ROUTING_PROFILE_ID,
      hierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
    });
    expect(new Set(changed?.securityProfileIds)).toEqual(new Set([AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID]));
    valueOf(await users.updateHierarchy(user, undefined));
    expect(valueOf(await users.find(user))).not.toHaveProperty('hierarchyGroupId');
  });

  it('have proficiencies', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const { id } = valueOf(await users.create(samlUser('jane')));
    const user = { instanceId: INSTANCE_ID, userId: id };
    const french = { attributeName: 'connect:Language', attributeValue: 'connect:French', level: 3 };
    const mobile = { attributeName: 'Product', attributeValue: 'Mobile', level: 5 };
    valueOf(await users.associateProficiencies(user, [french, mobile]));
    valueOf(await users.updateProficiencies(user, [{ ...french, level: 4 }]));
    valueOf(await users.disassociateProficiencies(user, [mobile]));
    expect(valueOf(await users.listProficiencies(user))).toEqual({
      proficiencies: [{ ...french, level: 4 }],
      lastModified: expect.any(Number),
    });
  });

  it('are tagged and untagged, fifty tags at a time, and not at all when there is nothing to do', async () => {
    await using service = await openEmulator();
    const { users, tagging } = service.gateway();
    const { id, arn } = valueOf(await users.create(samlUser('jane', { tags: {} })));
    const user = { instanceId: INSTANCE_ID, userId: id };
    valueOf(await tagging.tag(arn, { team: 'north', shift: 'early' }));
    valueOf(await tagging.untag(arn, ['shift']));
    expect(valueOf(await users.find(user))?.tags).toEqual({ team: 'north' });
    valueOf(
      await tagging.untag(
        arn,
        Array.from({ length: 60 }, (_, index) => `key-${index}`),
      ),
    );
    expect(service.calls('UntagResource')).toHaveLength(3);

    const before = service.emulator.calls.list().length;
    valueOf(await tagging.tag(arn, {}));
    valueOf(await tagging.untag(arn, []));
    valueOf(await users.associateProficiencies(user, []));
    valueOf(await users.updateProficiencies(user, []));
    valueOf(await users.disassociateProficiencies(user, []));
    expect(service.emulator.calls.list()).toHaveLength(before);
  });

  it.each(['sensitive', 'insensitive'] as const)('are found by their exact name when searches are case-%s', async (searchCase) => {
    await using service = await openEmulator({ rate: 'off', answers: { searchCase } });
    const { users } = service.gateway();
    const other = valueOf(await users.create(samlUser('Jane')));
    const jane = valueOf(await users.create(samlUser('jane')));
    valueOf(await users.create(samlUser('jane2')));
    expect(valueOf(await users.findByUsername(INSTANCE_ID, 'jane'))).toMatchObject({
      id: jane.id,
      username: 'jane',
      phone: { afterContactWorkTimeLimit: 30 },
    });
    expect(valueOf(await users.findByUsername(INSTANCE_ID, 'Jane'))?.id).toBe(other.id);
    expect(valueOf(await users.findByUsername(INSTANCE_ID, 'JANE'))).toBeUndefined();
  });

  it('are not found once they are deleted, and cannot be deleted twice', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const { id } = valueOf(await users.create(samlUser('jane')));
    const user = { instanceId: INSTANCE_ID, userId: id };
    valueOf(await users.delete(user));
    expect(valueOf(await users.find(user))).toBeUndefined();
    expect(valueOf(await users.findByUsername(INSTANCE_ID, 'jane'))).toBeUndefined();
    expect(failureOf(await users.delete(user)).kind).toBe('not-found');
    expect(failureOf(await users.updateRoutingProfile(user, BASIC_ROUTING_PROFILE_ID)).kind).toBe('not-found');
  });

  it('are looked for in the Region that the caller names', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    const { id } = valueOf(await users.create(samlUser('jane')));
    expect(valueOf(await users.find({ instanceId: INSTANCE_ID, userId: id, region: REPLICA_REGION }))?.username).toBe('jane');
    expect(service.calls('CreateUser').map(({ region }) => region)).toEqual([HOME_REGION]);
    expect(service.calls('DescribeUser').map(({ region }) => region)).toEqual([REPLICA_REGION]);
  });

  it('fails as a conflict for a taken user name, and says whether an own try whose answer was lost may have taken it', async () => {
    await using service = await openEmulator();
    const { users } = service.gateway();
    valueOf(await users.create(samlUser('jane')));
    expect(failureOf(await users.create(samlUser('jane'))).ambiguous).toBeUndefined();
    service.emulator.faults.add({ operation: 'CreateUser', dropConnection: 'after' });
    expect(failureOf(await users.create(samlUser('joan')))).toMatchObject({ kind: 'conflict', ambiguous: true });
    expect(valueOf(await users.findByUsername(INSTANCE_ID, 'joan'))?.username).toBe('joan');
  });

  it('succeeds when the request of the first try never arrived', async () => {
    await using service = await openEmulator();
    service.emulator.faults.add({ operation: 'CreateUser', dropConnection: 'before' });
    valueOf(await service.gateway().users.create(samlUser('jane')));
    expect(service.calls('CreateUser').map(({ status }) => status)).toEqual([0, 200]);
  });

  it('fails at once when the instance may have no more users', async () => {
    await using service = await openEmulator({ rate: 'off', quotas: { users: 0 } });
    expect(failureOf(await service.gateway().users.create(samlUser('jane')))).toMatchObject({
      kind: 'quota-full',
      code: 'LimitExceededException',
      status: 429,
    });
    expect(service.calls('CreateUser')).toHaveLength(1);
  });
});
