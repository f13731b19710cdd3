import { idIn } from '../../connect/shapes/ids';
import { IncompleteAnswer } from '../../connect/shapes/members';
import { instanceOf } from '../../connect/shapes/instance-shape';
import { groupOf } from '../../connect/shapes/group-shape';
import { quickConnectOf } from '../../connect/shapes/quick-connect-shape';
import { createUserRequestOf, foundUserOf, userOf } from '../../connect/shapes/user-shape';

const SECONDS = {
  Id: 'u-1',
  Arn: 'arn:aws:connect:eu-central-1:1:instance/i-1/agent/u-1',
  Username: 'jane',
  RoutingProfileId: 'r-1',
  PhoneConfig: { PhoneType: 'SOFT_PHONE' as const, AfterContactWorkTimeLimit: 30 },
  AfterContactWorkConfigs: [
    {
      Channel: 'VOICE' as const,
      AfterContactWorkConfig: { AfterContactWorkTimeLimit: 60 },
      AgentFirstCallbackAfterContactWorkConfig: { AfterContactWorkTimeLimit: 0 },
    },
  ],
};

const MILLISECONDS = {
  ...SECONDS,
  PhoneConfig: { PhoneType: 'SOFT_PHONE' as const, AfterContactWorkTimeLimit: 30_000 },
  AfterContactWorkConfigs: [
    {
      Channel: 'VOICE' as const,
      AfterContactWorkConfig: { AfterContactWorkTimeLimit: 60_000 },
      AgentFirstCallbackAfterContactWorkConfig: { AfterContactWorkTimeLimit: 0 },
    },
  ],
};

describe('a user as the service tells it', () => {
  it('has its texts as Terraform has them, letters and their marks in one', () => {
    const IdentityInfo = { FirstName: 'Zoe\u0308', LastName: 'Mu\u0308ller' };
    expect(userOf({ ...SECONDS, IdentityInfo }).identity).toEqual({ firstName: 'Zo\u00eb', lastName: 'M\u00fcller' });
  });

  it('has the same time limits whether it was described (in seconds) or searched for (in milliseconds)', () => {
    const expected = {
      phone: { phoneType: 'SOFT_PHONE', afterContactWorkTimeLimit: 30 },
      channels: { afterContactWork: [{ channel: 'VOICE', timeLimit: 60, agentFirstCallbackTimeLimit: 0 }] },
    };
    expect(userOf(SECONDS)).toMatchObject(expected);
    expect(foundUserOf(MILLISECONDS)).toMatchObject(expected);
  });

  it('is not taken for one without a time limit where a search tells less than a second: that may be the unit of a channel after all', () => {
    const { AfterContactWorkConfigs } = SECONDS;
    expect(foundUserOf({ ...MILLISECONDS, AfterContactWorkConfigs }).channels.afterContactWork).not.toMatchObject([{ timeLimit: 0 }]);
  });

  it('has no empty texts and no empty lists', () => {
    const user = userOf({ ...SECONDS, IdentityInfo: { FirstName: 'Jane', Email: '' }, HierarchyGroupId: '', AutoAcceptConfigs: [] });
    expect(user.identity).toEqual({ firstName: 'Jane' });
    expect(user).not.toHaveProperty('hierarchyGroupId');
    expect(user.channels).not.toHaveProperty('autoAccept');
  });

  it('keeps settings that are off or zero', () => {
    const user = userOf({
      ...SECONDS,
      PhoneConfig: { PhoneType: undefined, AutoAccept: false, AfterContactWorkTimeLimit: 0, PersistentConnection: false },
    });
    expect(user.phone).toEqual({ autoAccept: false, afterContactWorkTimeLimit: 0, persistentConnection: false });
  });

  it('fails when the service leaves out what every user has', () => {
    expect(() => userOf({ ...SECONDS, RoutingProfileId: undefined })).toThrow(IncompleteAnswer);
  });
});

describe('a user to be created', () => {
  it('is sent without tags when there are none, which the service would refuse', () => {
    const user = { instanceId: idIn('i-1'), username: 'jane', securityProfileIds: [idIn('s-1')], routingProfileId: idIn('r-1') };
    expect(createUserRequestOf({ ...user, tags: {} }).Tags).toBeUndefined();
    expect(createUserRequestOf({ ...user, tags: { a: '1' } }).Tags).toEqual({ a: '1' });
  });
});

describe('ids', () => {
  it('are bare, also where the service gives ARNs', () => {
    const arn = 'arn:aws:connect:eu-central-1:1:traffic-distribution-group/g-1';
    const group = groupOf({ Id: arn, Arn: arn, Name: 'Voice', InstanceArn: 'arn:x', Status: 'ACTIVE' });
    expect(group).toMatchObject({ id: 'g-1', arn, isDefault: false });
    const target = { UserId: 'arn:aws:connect:eu-central-1:1:instance/i-1/agent/u-1', ContactFlowId: 'f-1' };
    const quickConnect = quickConnectOf({
      QuickConnectId: 'q-1',
      QuickConnectARN: 'arn:q',
      Name: 'Jane',
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: target },
    });
    expect(quickConnect.userId).toBe('u-1');
  });
});

describe('an instance', () => {
  const wire = { Id: 'i-1', Arn: 'arn:aws:connect:eu-west-2:1:instance/i-1', IdentityManagementType: 'SAML' as const };

  it('is in the Region of its ARN when it is not replicated', () => {
    expect(instanceOf({ Instance: wire }).regions).toEqual(['eu-west-2']);
  });

  it('is in its source and its replicas, each once', () => {
    const replication = {
      SourceRegion: 'eu-central-1',
      ReplicationStatusSummaryList: [{ Region: 'eu-west-2' }, { Region: 'eu-central-1' }],
    };
    const instance = instanceOf({ Instance: wire, ReplicationConfiguration: replication });
    expect(instance).toMatchObject({ sourceRegion: 'eu-central-1', regions: ['eu-central-1', 'eu-west-2'] });
  });
});
