import { OPERATION } from '../../../cli/review/model/calls';
import { ATTRIBUTES } from '../../../custom-resources/user/fields/changes';
import { Desk, GROUPS, moves, planJson, updates, wholeGroup } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const calls = async (plan: Record<string, unknown>): Promise<readonly string[]> => {
  const markdown = await desk.markdown(plan);
  return markdown.slice(markdown.indexOf('of Amazon Connect, about')).match(/(?<=^- ).*$/gm) ?? [];
};

it('knows the call of each attribute that the resource can change, and counts attributes of one call once', () => {
  const groups = Object.values(ATTRIBUTES);
  expect([...OPERATION.keys()].sort()).toEqual([...new Set(groups.flat())].sort());
  for (const attributes of groups) expect(new Set(attributes.map((attribute) => OPERATION.get(attribute))).size).toBe(1);
  expect(new Set(OPERATION.values()).size).toBe(groups.length);
});

it('counts one look and one call for each part of an account that changes', async () => {
  const after = { routing_profile_id: 'routing-sales', tags_all: { a: 'b' }, tags: { a: 'b' } };
  expect(await calls(planJson([updates('ada', {}, after)]))).toEqual(['DescribeUser: 1', 'TagResource: 1', 'UpdateUserRoutingProfile: 1']);
});

it('counts the members of a whole group beside those that have resources of their own', async () => {
  const plan = planJson([wholeGroup(GROUPS.night, ['ada', 'bea'], ['bea', 'cem', 'dan']), moves('eva', undefined, GROUPS.voice)]);
  expect(await calls(plan)).toEqual(['AssociateTrafficDistributionGroupUser: 3', 'DisassociateTrafficDistributionGroupUser: 1']);
});
