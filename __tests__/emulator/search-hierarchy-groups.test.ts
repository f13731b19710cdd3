import type { Connect, SearchUserHierarchyGroupsCommandInput } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { connectTo, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;

let emulator: TestEmulator;
let client: Connect;

beforeAll(async () => {
  emulator = await startTestEmulator();
  client = connectTo(emulator.url);
});

afterAll(async () => {
  client.destroy();
  await emulator.close();
});

async function found(input: Omit<SearchUserHierarchyGroupsCommandInput, 'InstanceId'>): Promise<readonly (string | undefined)[]> {
  const { UserHierarchyGroups = [] } = await client.searchUserHierarchyGroups({ InstanceId, ...input });
  return UserHierarchyGroups.map(({ Name }) => Name);
}

const by = (FieldName: string, Value: string, ComparisonType: 'EXACT' | 'STARTS_WITH' = 'EXACT') => ({
  SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType } },
});

describe('searching hierarchy groups', () => {
  test('shows each with its path, as DescribeUserHierarchyGroup does', async () => {
    const page = await client.searchUserHierarchyGroups({ InstanceId, MaxResults: 2 });
    expect(page).toMatchObject({ ApproximateTotalCount: 3, NextToken: expect.any(String) });
    const { UserHierarchyGroups: [south] = [] } = await client.searchUserHierarchyGroups({ InstanceId, NextToken: page.NextToken });
    expect(south).toMatchObject({
      Name: 'South',
      LevelId: '2',
      HierarchyPath: { LevelOne: { Name: 'Company' }, LevelTwo: { Name: 'South' } },
    });
    const { HierarchyGroup } = await client.describeUserHierarchyGroup({ InstanceId, HierarchyGroupId: demo.SOUTH_HIERARCHY_GROUP_ID });
    expect(south).toEqual(HierarchyGroup);
  });

  test('finds by name, parent, level and id', async () => {
    expect(await found(by('name', 'No', 'STARTS_WITH'))).toEqual(['North']);
    expect(await found(by('parentId', demo.COMPANY_HIERARCHY_GROUP_ID))).toEqual(['North', 'South']);
    expect(await found(by('levelId', '1'))).toEqual(['Company']);
    expect(await found(by('resourceID', demo.SOUTH_HIERARCHY_GROUP_ID))).toEqual(['South']);
    const { SearchCriteria: south } = by('name', 'South');
    const { SearchCriteria: north } = by('name', 'North');
    expect(await found({ SearchCriteria: { OrConditions: [south, north] } })).toEqual(['North', 'South']);
    expect(await found({ SearchCriteria: { AndConditions: [south, north] } })).toEqual([]);
  });

  test('finds by tags', async () => {
    await client.tagResource({ resourceArn: await arnOf(demo.NORTH_HIERARCHY_GROUP_ID), tags: { site: 'Leeds' } });
    const condition = { TagKey: 'site', TagValue: 'Leeds' };
    for (const AttributeFilter of [
      { TagCondition: condition },
      { AndCondition: { TagConditions: [condition] } },
      { OrConditions: [{ TagConditions: [condition] }, { TagConditions: [{ TagKey: 'none' }] }] },
    ])
      expect(await found({ SearchFilter: { AttributeFilter } })).toEqual(['North']);
  });

  test('refuses a page of 101 and a field that there is not', async () => {
    await expect(found({ MaxResults: 101 })).rejects.toMatchObject(failure('InvalidParameterException', 400));
    await expect(found(by('colour', 'blue'))).rejects.toMatchObject(failure('InvalidParameterException', 400));
  });
});

async function arnOf(HierarchyGroupId: string): Promise<string> {
  const { HierarchyGroup } = await client.describeUserHierarchyGroup({ InstanceId, HierarchyGroupId });
  return HierarchyGroup?.Arn ?? '';
}
