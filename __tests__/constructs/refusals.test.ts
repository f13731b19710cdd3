import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ConnectProvider,
  ConnectUser,
  TrafficDistribution,
  TrafficDistributionGroupUser,
  TrafficDistributionGroupUsers,
} from '../../constructs';
import { agent, complaint, groupUsers, membership } from '../support/constructs/programs';

/** What a program without types may say. */
const untyped = <T>(value: string): T => JSON.parse(JSON.stringify(value));

const complaintAboutUser = (changes: Partial<ConstructorParameters<typeof ConnectUser>[2]>): string | undefined =>
  complaint((stack) => void new ConnectUser(stack, 'ada', { ...agent, ...changes }));

describe('synth', () => {
  test('accepts agents and memberships with nothing wrong', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
      new ConnectUser(stack, 'ada', agent);
      new TrafficDistributionGroupUser(stack, 'ada-everywhere', membership);
    };
    expect(complaint(program)).toBeUndefined();
  });

  test('refuses a wrong value, naming the construct, the property and what was expected', () => {
    expect(complaintAboutUser({ quickConnectsOnDelete: untyped('keep') })).toContain(
      '[agents/ada] quickConnectsOnDelete must be one of "delete", "retain"; got "keep"',
    );
  });

  test('shows what a terminal or a pipeline would obey in a value that it refuses', () => {
    expect(complaintAboutUser({ quickConnectsOnDelete: untyped('\u009b2J ##vso[task.complete]') })).toContain(
      'got "<U+009B>2J #<U+0023>vso[task.complete]"',
    );
  });

  test('refuses one user twice in a group, spelled the same', () => {
    const userIds = [membership.userId, membership.userId];
    const program = (stack: TerraformStack): void => {
      new TrafficDistributionGroupUsers(stack, 'everywhere', { ...groupUsers, userIds });
    };
    expect(complaint(program)).toContain(`[agents/everywhere] userIds must name each thing once; "${membership.userId}" is there twice`);
  });

  test('refuses one user twice in a group, as an id and as an ARN', () => {
    const [user] = groupUsers.userIds;
    const twice = [user ?? '', `arn:aws:connect:us-east-1:123456789012:instance/${groupUsers.instanceId}/agent/${user}`];
    const program = (stack: TerraformStack): void => {
      new TrafficDistributionGroupUsers(stack, 'everywhere', { ...groupUsers, userIds: twice });
    };
    expect(complaint(program)).toContain(
      `[agents/everywhere] userIds must name each thing once; "${user}" is there as an id and as an ARN`,
    );
  });

  test('refuses an id of another kind of thing', () => {
    const program = (stack: TerraformStack): void => {
      new TrafficDistributionGroupUser(stack, 'ada-everywhere', { ...membership, trafficDistributionGroupId: 'not-a-uuid' });
    };
    expect(complaint(program)).toMatch(
      /\[agents\/ada-everywhere\] trafficDistributionGroupId must be a traffic distribution group.*got "not-a-uuid"/,
    );
  });

  test('refuses shares that are not the whole together', () => {
    const telephony = [
      { region: 'us-east-1', percentage: 90 },
      { region: 'us-west-2', percentage: 20 },
    ];
    const { trafficDistributionGroupId } = membership;
    const program = (stack: TerraformStack): void => {
      new TrafficDistribution(stack, 'voice', { trafficDistributionGroupId, telephony });
    };
    expect(complaint(program)).toContain('[agents/voice] The shares of "telephony" are 110 percent together');
  });

  test('refuses wrong values in single and in repeated blocks', () => {
    expect(complaintAboutUser({ phoneConfig: { phoneType: untyped('FAX') } })).toContain('phoneConfig.phoneType must be one of');
    const proficiency = [1, 6].map((level) => ({ attributeName: 'Language', attributeValue: 'English', level }));
    expect(complaintAboutUser({ proficiency })).toContain('proficiency.level must be a whole number from 1 to 5; got 6');
  });

  test("refuses a wrong value in the provider's configuration", () => {
    expect(complaint((stack) => void new ConnectProvider(stack, 'connect', { region: 'Virginia' }))).toContain(
      '[agents/connect] region must be an AWS Region',
    );
  });

  test('refuses an import by an id of a wrong form, and leaves one that Terraform makes up to the plan', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectUser(stack, 'ada', agent).importFrom('ada.lovelace');
      new ConnectUser(stack, 'bob', { ...agent, name: 'bob' }).importFrom(Fn.join(':', ['${local.instance}', 'name/bob']));
    };
    const told = complaint(program);
    expect(told).toContain('[agents/ada] importFrom: The import id is not one of a user. Expected INSTANCE:USER');
    expect(told).not.toContain('agents/bob');
  });

  test('refuses everything that is wrong at once', () => {
    const found = complaintAboutUser({ quickConnectsOnDelete: untyped('keep'), timeouts: { create: 'soon' } });
    expect(found).toContain('quickConnectsOnDelete');
    expect(found).toContain('timeouts.create');
  });

  test('refuses a weak password without repeating it', () => {
    const found = complaintAboutUser({ password: 'hunter2' });
    expect(found).toContain('[agents/ada] password must be 8 to 64 characters');
    expect(found).not.toContain('hunter2');
  });

  test('refuses what an escape hatch puts in', () => {
    const program = (stack: TerraformStack): void => new ConnectUser(stack, 'ada', agent).addOverride('routing_profile_id', 'not an id');
    expect(complaint(program)).toContain('[agents/ada] routingProfileId must be a routing profile');
  });

  test('leaves to the plan what a token or a Terraform expression stands for', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      const variable = new TerraformVariable(stack, 'profile', { type: 'string' });
      new ConnectUser(stack, 'ada', {
        ...agent,
        routingProfileId: variable.stringValue,
        securityProfileIds: [variable.stringValue, ''],
        quickConnectsOnDelete: '${var.fate}',
        tags: variable.value,
        proficiency: [{ attributeName: 'Language', attributeValue: 'English', level: variable.numberValue }],
      });
    };
    expect(complaint(program)).toBeUndefined();
  });
});

describe('synth refuses what Connect would refuse in a user as a whole', () => {
  const phone = { phoneType: 'SOFT_PHONE' } as const;
  const german = { attributeName: 'Language', attributeValue: 'German', level: 3 };

  test.each<[string, Parameters<typeof complaintAboutUser>[0], string]>([
    ['two passwords', { password: 'Secret-123', passwordWo: 'Secret-123' }, '"passwordWo"'],
    ['a version of a password that is not there', { passwordWoVersion: 2 }, '"passwordWoVersion"'],
    ['both styles of phone settings', { phoneConfig: phone, autoAcceptConfig: [{ channel: 'CHAT', autoAccept: true }] }, 'phoneConfig'],
    ['a desk phone without a number', { phoneConfig: { phoneType: 'DESK_PHONE' } }, 'DESK_PHONE'],
    ['a channel twice', { autoAcceptConfig: [true, false].map((autoAccept) => ({ channel: 'CHAT', autoAccept })) }, 'CHAT'],
    ['a proficiency twice', { proficiency: [german, { ...german, level: 4 }] }, 'German'],
    ['an empty identity', { identityInfo: {} }, 'identityInfo'],
    [
      'eleven proficiencies',
      { proficiency: Array.from({ length: 11 }, (_, index) => ({ ...german, attributeValue: `L${index}` })) },
      'proficiency must hold at most 10',
    ],
  ])('%s', (_, changes, expected) => {
    const found = complaintAboutUser(changes);
    expect(found).toContain('[agents/ada] ');
    expect(found).toContain(expected);
    expect(found).not.toContain('Secret-123');
    expect(found).not.toMatch(/[a-z]_[a-z]/);
  });

  test('half an access key', () => {
    expect(complaint((stack) => void new ConnectProvider(stack, 'connect', { accessKey: 'AKIAEXAMPLE' }))).toContain(
      '[agents/connect] Half an access key. "accessKey" and "secretKey" belong together',
    );
  });

  test('but nothing of it where a token stands for the blocks', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      const blocks = new TerraformVariable(stack, 'blocks', { type: 'any' });
      new ConnectUser(stack, 'ada', {
        ...agent,
        phoneConfig: phone,
        autoAcceptConfig: blocks.value,
        passwordWo: blocks.stringValue,
        passwordWoVersion: 1,
      });
    };
    expect(complaint(program)).toBeUndefined();
  });
});
