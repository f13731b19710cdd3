import { idIn } from '../../../connect/shapes/ids';
import type { Listed } from '../../../connect/gateway';
import type { Reading } from '../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { routingProfile } from '../../../custom-resources/routing-profile/data-source';
import type { RoutingProfileState } from '../../../custom-resources/routing-profile/data-source-schema';
import { answers, type Answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';
import { succeeded } from '../../../connect/failure';

/** What data sources that find a thing by its name or id have in common, shown with routing profiles. */

const ASKED: RoutingProfileState = { instance_id: INSTANCE_ID, name: null, routing_profile_id: null, region: null, id: null, arn: null };

const profile = (id: string, name?: string): Listed => ({
  id: idIn(id),
  arn: arnOf('routing-profile', id),
  ...(name !== undefined && { name }),
});
const listOf = (...things: readonly Listed[]): ReadonlyMap<string, Listed> => new Map(things.map((thing) => [thing.id, thing]));
const SALES = profile('r-sales', 'Sales');
const LISTED = listOf(profile('r-basic', 'Basic Routing Profile'), SALES, profile('r-nameless'));

type Told = Reading<RoutingProfileState> & { readonly asks: readonly (readonly unknown[])[] };
type Lists = NonNullable<Answers['catalogue']>['routingProfiles'];

async function read(asked: Partial<RoutingProfileState>, routingProfiles: Lists = found(LISTED), applying = false): Promise<Told> {
  const connect = fakeConnect({ catalogue: { routingProfiles } });
  const context = testContext(connect);
  context.ledger.applying = applying;
  const reading = await routingProfile.read({ ...ASKED, ...asked }, context);
  return { ...reading, asks: connect.given('routingProfiles') };
}

it('finds a thing by its name in a list that all share', async () => {
  const { state, asks } = await read({ name: 'Sales' });
  expect(state).toEqual({
    instance_id: INSTANCE_ID,
    name: 'Sales',
    routing_profile_id: 'r-sales',
    region: REGION,
    id: `${INSTANCE_ID}:r-sales`,
    arn: SALES.arn,
  });
  expect(asks).toEqual([[INSTANCE_ID, REGION, { fresh: false }]]);
});

it('finds a thing by its id or ARN, and keeps how that is spelled', async () => {
  const arn = arnOf('routing-profile', 'r-sales');
  expect((await read({ routing_profile_id: arn })).state).toMatchObject({ name: 'Sales', routing_profile_id: arn, arn });
  expect((await read({ routing_profile_id: 'r-nameless' })).state).toMatchObject({ name: null, routing_profile_id: 'r-nameless' });
});

it('looks where "region" says, else where the ARN of the instance says', async () => {
  const { state, asks } = await read({ name: 'Sales', region: REPLICA, instance_id: INSTANCE_ARN });
  expect([state?.region, state?.instance_id, asks[0]?.[1]]).toEqual([REPLICA, INSTANCE_ARN, REPLICA]);
  expect((await read({ name: 'Sales', instance_id: INSTANCE_ARN.replace(REGION, REPLICA) })).asks[0]?.[1]).toBe(REPLICA);
});

it('looks once more, in a list of now, for what the shared list does not show', async () => {
  const { state, asks } = await read({ name: 'New' }, answers(succeeded(LISTED), succeeded(listOf(profile('r-new', 'New')))));
  expect(state).toMatchObject({ routing_profile_id: 'r-new' });
  expect(asks.map(([, , options]) => options)).toEqual([{ fresh: false }, { fresh: true }]);
});

it('takes a list of now once the apply has begun to change things', async () => {
  expect((await read({ name: 'Sales' }, found(LISTED), true)).asks.map(([, , options]) => options)).toEqual([{ fresh: true }]);
});

it('tells names and ids exactly: no name in another case, and no id as a name', async () => {
  for (const name of ['sales', 'Sales ', 'r-sales']) expect((await read({ name })).state).toBeUndefined();
});

it('fails for a name that nothing has, and offers what there is, nearest first', async () => {
  const { diagnostics } = await read({ name: 'sales' });
  expect(diagnostics).toMatchObject([{ severity: 'error', path: ['name'], summary: 'No routing profile "sales"' }]);
  expect(diagnostics?.[0]?.detail).toBe(
    `The instance ${INSTANCE_ID} has no routing profile of exactly that name in ${REGION}; names are case sensitive. It has "Sales" (r-sales), r-nameless, "Basic Routing Profile" (r-basic). Check the name, the instance and the Region.`,
  );
  expect((await read({ name: 'Basic' })).diagnostics?.[0]?.detail).toContain('It has "Basic Routing Profile" (r-basic)');
  expect((await read({ name: 'Sales' }, found(listOf()))).diagnostics?.[0]?.detail).toContain('It has none at all.');
});

it('offers ten of many, and says how many more there are', async () => {
  const many = Array.from({ length: 300 }, (_, index) => profile(`r-${index}`, `Team ${index}`));
  const { diagnostics } = await read({ name: 'Taem 123' }, found(listOf(...many)));
  const detail = diagnostics?.[0]?.detail ?? '';
  expect(detail).toMatch(/It has .*"Team 123" \(r-123\).* and 290 more\. /);
  expect(detail.match(/"Team /g)).toHaveLength(10);
});

it('fails for an id that nothing has', async () => {
  expect((await read({ routing_profile_id: 'r-gone' })).diagnostics).toMatchObject([
    {
      path: ['routing_profile_id'],
      summary: 'No routing profile r-gone',
      detail: expect.stringContaining(`has no such routing profile in ${REGION}. It has r-nameless`),
    },
  ]);
});

it('fails where two have the name', async () => {
  const { diagnostics } = await read({ name: 'Sales' }, found(listOf(SALES, profile('r-2', 'Sales'), profile('r-3', 'Support'))));
  expect(diagnostics).toMatchObject([
    {
      path: ['name'],
      summary: 'More than one routing profile "Sales"',
      detail: `The instance ${INSTANCE_ID} has 2 of that name in ${REGION}: "Sales" (r-sales), "Sales" (r-2). Choose one with "routing_profile_id".`,
    },
  ]);
});

it('says that the instance is missing where the list is not found, and else what the failure is', async () => {
  expect((await read({ name: 'Sales' }, refuses('not-found'))).diagnostics).toMatchObject([
    { path: ['instance_id'], summary: `No instance ${INSTANCE_ID}` },
  ]);
  expect((await read({ name: 'Sales' }, refuses('denied'))).diagnostics).toMatchObject([
    { summary: `Looking for a routing profile of the instance ${INSTANCE_ID} failed: access denied` },
  ]);
  const { diagnostics } = await read({ name: 'New' }, answers(succeeded(LISTED), refusal('throttled')));
  expect(diagnostics).toMatchObject([{ summary: expect.stringContaining('throttled') }]);
});

it('takes exactly one of name and id, an ARN of the same instance only, and leaves for later what is not known', () => {
  const told = (asked: Partial<Parameters<NonNullable<typeof routingProfile.validate>>[0]>): unknown =>
    routingProfile.validate?.({ ...ASKED, ...asked });
  expect(told({ name: 'Sales' })).toEqual([]);
  expect(told({ routing_profile_id: UNKNOWN })).toEqual([]);
  expect(told({})).toMatchObject([{ summary: 'Neither "name" nor "routing_profile_id"' }]);
  expect(told({ name: 'Sales', routing_profile_id: 'r-sales' })).toMatchObject([
    { path: ['routing_profile_id'], summary: 'Both "name" and "routing_profile_id"' },
  ]);
  expect(told({ routing_profile_id: arnOf('routing-profile', 'r-sales', 'another') })).toMatchObject([
    { path: ['routing_profile_id'], summary: 'An ARN of another instance' },
  ]);
  expect(told({ instance_id: UNKNOWN, routing_profile_id: arnOf('routing-profile', 'r-sales', 'another') })).toEqual([]);
});
