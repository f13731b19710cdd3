import type { Connect, SearchUsersCommandInput } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;

let emulator: TestEmulator;
let client: Connect;

beforeEach(async () => {
  emulator = await startTestEmulator();
  client = connectTo(emulator.url);
});

afterEach(async () => {
  client.destroy();
  await emulator.close();
});

async function found(input: Omit<SearchUsersCommandInput, 'InstanceId'>): Promise<readonly (string | undefined)[]> {
  const { Users = [] } = await client.searchUsers({ InstanceId, ...input });
  return Users.map(({ Username }) => Username);
}

describe('searching users', () => {
  test('pages through everybody by 500, each user once', async () => {
    const ids = await emulator.control.users({ count: 1_200, instance: InstanceId });
    const seen: (string | undefined)[] = [];
    const sizes: number[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.searchUsers({ InstanceId, MaxResults: 500, NextToken });
      expect(page.ApproximateTotalCount).toBe(1_200);
      sizes.push(page.Users?.length ?? 0);
      seen.push(...(page.Users ?? []).map(({ Id }) => Id));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(sizes).toEqual([500, 500, 200]);
    expect(seen).toEqual(ids);
  });

  test('shows after contact work in milliseconds, and neither addresses nor the time of change', async () => {
    await createAgent(client, 'ada', {
      IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', SecondaryEmail: 'ada@example.org', Mobile: '+12065550100' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 30 },
    });
    await createAgent(client, 'grace', {
      AfterContactWorkConfigs: [{ Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 20 } }],
    });
    const [ada, grace] = (await client.searchUsers({ InstanceId })).Users ?? [];
    expect(ada?.PhoneConfig?.AfterContactWorkTimeLimit).toBe(30_000);
    expect(ada?.IdentityInfo).toEqual({ FirstName: 'Ada', LastName: 'Agent' });
    expect(ada).not.toHaveProperty('LastModifiedTime');
    expect(grace?.AfterContactWorkConfigs).toEqual([{ Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 20_000 } }]);
  });

  test('finds by name, profile, hierarchy, proficiency and tag', async () => {
    const ada = await createAgent(client, 'ada', { Tags: { team: 'north' }, HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID });
    await createAgent(client, 'adam', { Tags: { team: 'south' }, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID });
    await client.associateUserProficiencies({
      InstanceId,
      UserId: ada,
      UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Mobile', Level: 4 }],
    });

    const by = (FieldName: string, Value: string, ComparisonType: 'EXACT' | 'STARTS_WITH' | 'CONTAINS') => ({
      StringCondition: { FieldName, Value, ComparisonType },
    });
    const level = (MinValue: number) => ({
      ListCondition: {
        TargetListType: 'PROFICIENCIES' as const,
        Conditions: [
          by('PredefinedAttributeName', 'Product', 'EXACT'),
          { NumberCondition: { FieldName: 'Level', MinValue, ComparisonType: 'GREATER_OR_EQUAL' as const } },
        ],
      },
    });
    expect(await found({ SearchCriteria: by('Username', 'ada', 'EXACT') })).toEqual(['ada']);
    expect(await found({ SearchCriteria: by('Username', 'ada', 'STARTS_WITH') })).toEqual(['ada', 'adam']);
    expect(await found({ SearchCriteria: by('Username', 'am', 'CONTAINS') })).toEqual(['adam']);
    expect(await found({ SearchCriteria: by('resourceId', ada, 'EXACT') })).toEqual(['ada']);
    expect(await found({ SearchCriteria: by('RoutingProfileId', demo.SALES_ROUTING_PROFILE_ID, 'EXACT') })).toEqual(['adam']);
    expect(
      await found({
        SearchCriteria: {
          AndConditions: [by('Username', 'ada', 'STARTS_WITH'), by('SecurityProfileId', demo.AGENT_SECURITY_PROFILE_ID, 'EXACT')],
        },
      }),
    ).toHaveLength(2);
    expect(await found({ SearchCriteria: { OrConditions: [by('Username', 'adam', 'EXACT'), by('Username', 'eve', 'EXACT')] } })).toEqual([
      'adam',
    ]);
    expect(
      await found({
        SearchCriteria: {
          HierarchyGroupCondition: { Value: demo.COMPANY_HIERARCHY_GROUP_ID, HierarchyGroupMatchType: 'WITH_CHILD_GROUPS' },
        },
      }),
    ).toEqual(['ada']);
    expect(
      await found({
        SearchCriteria: { HierarchyGroupCondition: { Value: demo.COMPANY_HIERARCHY_GROUP_ID, HierarchyGroupMatchType: 'EXACT' } },
      }),
    ).toEqual([]);
    expect(await found({ SearchCriteria: level(4) })).toEqual(['ada']);
    expect(await found({ SearchCriteria: level(5) })).toEqual([]);
    expect(await found({ SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'south' } } } })).toEqual(['adam']);
    expect(
      await found({
        SearchFilter: { TagFilter: { OrConditions: [[{ TagKey: 'team', TagValue: 'south' }], [{ TagKey: 'team', TagValue: 'north' }]] } },
      }),
    ).toEqual(['ada', 'adam']);
  });

  test.each([
    [
      'an unknown field',
      { StringCondition: { FieldName: 'Email', Value: 'ada', ComparisonType: 'EXACT' as const } },
      'InvalidParameterException',
    ],
    [
      'one character to contain',
      { StringCondition: { FieldName: 'Username', Value: 'a', ComparisonType: 'CONTAINS' as const } },
      'InvalidParameterException',
    ],
    ['two conditions at once', { AndConditions: [], OrConditions: [] }, 'InvalidRequestException'],
  ])('refuses %s', async (_, SearchCriteria, code) => {
    await expect(client.searchUsers({ InstanceId, SearchCriteria })).rejects.toMatchObject(failure(code, 400));
  });

  test('refuses a page of 501, a page token of its own making, and two kinds of filter together', async () => {
    await expect(client.searchUsers({ InstanceId, MaxResults: 501 })).rejects.toMatchObject(failure('InvalidParameterException', 400));
    await expect(client.searchUsers({ InstanceId, NextToken: 'made-up' })).rejects.toMatchObject(failure('InvalidRequestException', 400));
    const condition = { TagCondition: { TagKey: 'team' } };
    await expect(
      client.searchUsers({ InstanceId, SearchFilter: { TagFilter: condition, UserAttributeFilter: condition } }),
    ).rejects.toMatchObject(failure('AccessDeniedException', 403));
  });
});

describe('listing users', () => {
  test('shows 100 a page unless asked for more, and goes on where it stopped although users vanish', async () => {
    const ids = await emulator.control.users({ count: 250, instance: InstanceId });
    const first = await client.listUsers({ InstanceId });
    expect(first.UserSummaryList).toHaveLength(100);
    await client.deleteUser({ InstanceId, UserId: ids[0] ?? '' });
    const second = await client.listUsers({ InstanceId, MaxResults: 1000, NextToken: first.NextToken });
    expect(second.UserSummaryList?.map(({ Id }) => Id)).toEqual(ids.slice(100));
    expect(second.NextToken).toBeUndefined();
  });
});
