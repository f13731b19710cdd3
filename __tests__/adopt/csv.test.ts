import { csvFiles } from '../../adopt/write/csv';
import type { Adopted } from '../../adopt/model';
import { readRoster } from '../../constructs/roster-file/read-roster';
import type { Instance } from '../../connect/gateway';
import { idIn } from '../../connect/shapes/ids';
import type { UserState } from '../../custom-resources/user/schema';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../support/custom-resources/ids';
import { AGENT } from '../support/custom-resources/users';

const INSTANCE: Instance = { id: idIn(INSTANCE_ID), arn: INSTANCE_ARN, alias: 'acme', identityManagement: 'SAML', regions: [REGION] };
const NAMES: Adopted['names'] = {
  routingProfiles: new Map([['basic', 'Basic']]),
  securityProfiles: new Map([
    ['agent', 'Agent'],
    ['supervisor', 'Supervisor'],
  ]),
  trafficDistributionGroups: new Map(),
  queues: new Map(),
  hierarchyGroups: new Map(),
};
const [JANE] = AGENT.identity_info;
if (!JANE) throw new Error('The sample agent has no name.');
const called = (first_name: string, more: Partial<typeof JANE> = {}): Partial<UserState> => ({
  identity_info: [{ ...JANE, first_name, ...more }],
});

const written = (...agents: readonly Partial<UserState>[]) => writtenWith(NAMES.hierarchyGroups, ...agents);

function writtenWith(hierarchyGroups: Adopted['names']['hierarchyGroups'], ...agents: readonly Partial<UserState>[]) {
  const files = csvFiles({
    instance: INSTANCE,
    provider: { region: REGION },
    agents: agents.map((more) => ({ state: { ...AGENT, ...more }, userId: more.name ?? 'jdoe' })),
    groups: [],
    quickConnects: [],
    names: { ...NAMES, hierarchyGroups },
  });
  const csv = files.get('agents.csv') ?? '';
  return { csv, roster: readRoster(Buffer.from(csv), 'csv'), others: files.get('other-agents.ts') ?? '' };
}

describe('the roster that adopt writes', () => {
  it('is read without a mistake where nobody is in it: the instance has no agents, or all of them are declared in code', () => {
    expect(written().roster).toMatchObject({ people: [], problems: [] });
    expect(written({ tags: { 'a=b': 'c' } }).roster).toMatchObject({ people: [], problems: [] });
  });

  it.each<[string, Partial<UserState>]>([
    ['a first name', called('=HYPERLINK("http://example.com")')],
    ['a first name with a plus', called('+49')],
    ['a last name', called('Jane', { last_name: '@SUM(A1)' })],
    ['a user name', { name: '-jdoe' }],
    ['a tag', { tags: { '@site': 'Leeds' } }],
  ])('leaves to code who has %s that a spreadsheet would take for a formula', (_, agent) => {
    const { csv, others } = written(agent, { name: 'harmless' });
    expect(csv.split('\n').slice(1)).toEqual(['harmless,Jane,Doe,Basic,Agent|Supervisor,soft', '']);
    expect(others).toContain('new Agent(');
  });

  it('has telephone numbers, which begin with a plus', () => {
    const { roster, others } = written(called('Jane', { mobile: '+12065550100' }));
    expect([roster.people.map(({ mobile }) => mobile), others]).toEqual([['+12065550100'], '']);
  });

  it('leaves to code who has a text with a carriage return, which a roster reads as the end of a line', () => {
    expect(written(called('Jane\rDoe')).csv).not.toContain('Jane');
  });

  it('loses no proficiency, whatever its attribute is called', () => {
    const level = { attribute_name: '__proto__', attribute_value: 'constructor', level: 3 };
    const { others } = written({ proficiency: [level, { ...level, attribute_name: 'a=b' }] });
    expect(others).toContain(`proficiencies: { ['__proto__']: { constructor: 3 }, 'a=b': { constructor: 3 } }`);
  });

  it('leaves to code who has characters that nobody sees in a spreadsheet, where they are written out', () => {
    const { roster, others } = written(called('Jane\u202eeoD'), { name: 'alan' });
    expect(roster.people.map(({ name }) => name)).toEqual(['alan']);
    expect(others).toContain("firstName: 'Jane\\u202eeoD'");
  });

  it('leaves to code who has a user name that a roster refuses, such as one with a joiner or a wide blank', () => {
    const { csv, roster } = written({ name: 'می\u200cخواهم' }, { name: '山田\u3000太郎' }, { name: 'ada' });
    expect([roster.people.map(({ name }) => name), roster.problems]).toEqual([['ada'], []]);
    expect(csv.trim().split('\n')).toHaveLength(2);
  });

  it('leaves to code who is in a group at the top of the hierarchy with a slash in its name, which a roster reads as two groups', () => {
    const groups = new Map([
      ['top', ['Sales/Support']],
      ['below', ['EMEA', 'Sales/Support']],
    ]);
    const inGroup = (name: string, id: string): Partial<UserState> => ({ name, hierarchy_group_id: idIn(id) });
    const { roster, others } = writtenWith(groups, inGroup('ada', 'top'), inGroup('alan', 'below'));
    expect(roster.people.map(({ name, hierarchyGroup }) => [name, hierarchyGroup])).toEqual([['alan', ['EMEA', 'Sales/Support']]]);
    expect(others).toContain("hierarchyGroup: ['Sales/Support']");
  });
});
