import { UNKNOWN } from '../../../../custom-resources/contract/value';
import { checkProficiencies } from '../../../../custom-resources/user/checks/proficiencies';
import { Findings } from '../../../../custom-resources/checking/findings';
import type { UserState } from '../../../../custom-resources/user/schema';
import type { PlannedState } from '../../../../custom-resources/contract/value';
import { fakeConnect, found, refuses } from '../../../support/custom-resources/connect';
import { testContext } from '../../../support/custom-resources/context';
import { INSTANCE_ID, REGION } from '../../../support/custom-resources/ids';
import { AGENT } from '../../../support/custom-resources/users';

type Find = ReturnType<typeof fakeConnect>['predefinedAttributes']['find'];
type Blocks = PlannedState<UserState>['proficiency'];

const skill = (attribute_name: string, attribute_value: string, level = 3): UserState['proficiency'][number] => ({
  attribute_name,
  attribute_value,
  level,
});

/** Of users that are planned one after the other. */
async function check(users: readonly Blocks[], find: Find = found({ values: ['Mobile', 'Television'] }), prior?: UserState) {
  const connect = fakeConnect({ predefinedAttributes: { find } });
  const context = testContext(connect);
  const told: string[] = [];
  for (const proficiency of users) {
    const findings = new Findings(context, { instance: INSTANCE_ID });
    await checkProficiencies(prior, { ...AGENT, proficiency }, { instanceId: INSTANCE_ID, region: REGION }, findings);
    told.push(...findings.diagnostics.map(({ severity, summary, detail }) => `${severity}: ${summary}: ${detail}`));
  }
  return { told, asked: connect.given('find').map(([, name]) => name) };
}

it('nothing is told of attributes and values that are there', async () => {
  expect(await check([[skill('Product', 'Mobile'), skill('Product', 'Television')]])).toMatchObject({ told: [] });
});

it('an attribute that is not there is told once for all users, and does not stop the plan', async () => {
  const blocks = [skill('Produkt', 'Mobile')];
  const { told } = await check([blocks, blocks, blocks], found(undefined));
  expect(told).toEqual([expect.stringMatching(/^warning: No predefined attribute "Produkt": The instance .* has no predefined attribute/)]);
});

it('a value that is not there is told once for all users, with those that are', async () => {
  const blocks = [skill('Product', 'Mobil'), skill('Product', 'Television')];
  const { told } = await check([blocks, blocks]);
  expect(told).toEqual([
    expect.stringMatching(/^warning: The predefined attribute "Product" has no value "Mobil": Its values: "Mobile", "Television"\. /),
  ]);
});

it('of hundreds of values the first are named', async () => {
  const values = Array.from({ length: 500 }, (_, index) => `v${index}`);
  const { told } = await check([[skill('Product', 'x')]], found({ values }));
  expect(told[0]).toMatch(/"v0", .*"v19", 480 others\. /);
  expect((await check([[skill('Product', 'x')]], found({ values: [] }))).told[0]).toContain('Its values: none. ');
});

it('nothing is asked of attributes that Connect keeps itself, nor of what is not known yet', async () => {
  const unknown = { ...skill('Product', 'x'), attribute_value: UNKNOWN };
  expect(await check([[skill('connect:Language', 'x'), unknown, UNKNOWN], UNKNOWN])).toEqual({ told: [], asked: [] });
});

it('nothing is told of values where the answer names none', async () => {
  expect((await check([[skill('Product', 'x')]], found({}))).told).toEqual([]);
});

it('what the user has already is not asked for, though its level changes', async () => {
  const prior = { ...AGENT, proficiency: [skill('Product', 'x')] };
  expect(await check([[skill('Product', 'x', 5)]], found(undefined), prior)).toEqual({ told: [], asked: [] });
});

it('where it may not be asked, the plan goes on with one warning', async () => {
  const blocks = [skill('Product', 'x'), skill('Brand', 'y')];
  const { told, asked } = await check([blocks, blocks], refuses('denied', { operation: 'DescribePredefinedAttribute' }));
  expect(told).toEqual([expect.stringMatching(/^warning: The plan could not be checked with DescribePredefinedAttribute: /)]);
  expect(asked).toEqual(['Product']);
});
