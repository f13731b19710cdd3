import { idIn } from '../../../connect/shapes/ids';
import type { Listed, ListedQuickConnect } from '../../../connect/gateway';
import type { DataSource } from '../../../custom-resources/contract/resource';
import type { Values } from '../../../custom-resources/contract/value';
import { dataSources } from '../../../custom-resources';
import { type Answers, fakeConnect, found } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

interface Row {
  readonly type: string;
  readonly asked: Values;
  /** The list that it is in. */
  readonly answers: Answers;
  /** Beside its instance, Region and id. */
  readonly state: Values;
}

const listOf = <T extends Listed>(...things: readonly T[]): ReadonlyMap<string, T> => new Map(things.map((thing) => [thing.id, thing]));
const SALES: Listed = { id: idIn('id-1'), arn: 'arn-1', name: 'Sales' };
const SUPPORT: Listed = { id: idIn('id-2'), arn: 'arn-2', name: 'Support' };
const BOTH = found(listOf(SALES, SUPPORT));
const told = { name: 'Support', arn: 'arn-2' };

const ROWS: readonly Row[] = [
  {
    type: 'connect_routing_profile',
    asked: { name: 'Support' },
    answers: { catalogue: { routingProfiles: BOTH } },
    state: { ...told, routing_profile_id: 'id-2' },
  },
  {
    type: 'connect_security_profile',
    asked: { name: 'Support' },
    answers: { catalogue: { securityProfiles: BOTH } },
    state: { ...told, security_profile_id: 'id-2' },
  },
  {
    type: 'connect_queue',
    asked: { name: 'Support' },
    answers: { catalogue: { queues: BOTH } },
    state: { ...told, queue_id: 'id-2' },
  },
  {
    type: 'connect_quick_connect',
    asked: { name: 'Support' },
    answers: { catalogue: { quickConnects: found(listOf<ListedQuickConnect>(SALES, { ...SUPPORT, type: 'QUEUE' })) } },
    state: { ...told, quick_connect_id: 'id-2', type: 'QUEUE' },
  },
  {
    type: 'connect_user_hierarchy_group',
    asked: { path: ['Europe', 'Support'] },
    answers: {
      catalogue: {
        hierarchyPaths: found(
          listOf(
            { ...SALES, path: ['Support', 'Europe'] },
            { ...SUPPORT, path: ['Europe', 'Support'] },
            { id: idIn('id-3'), path: ['Europe'] },
          ),
        ),
      },
    },
    state: { ...told, hierarchy_group_id: 'id-2', path: ['Europe', 'Support'], level: 2 },
  },
];

const dataSource = (wanted: string): DataSource => {
  const one = dataSources.find(({ type }) => type === wanted);
  if (!one) throw new Error(`no data source ${wanted}`);
  return one;
};

const nothing = ({ schema }: DataSource): Values => Object.fromEntries(Object.keys(schema.attributes).map((name) => [name, null]));

it.each(ROWS)(
  '$type finds one by its name in the list of its kind, and tells all that the list tells',
  async ({ type, asked, answers, state }) => {
    const it = dataSource(type);
    const config = { ...nothing(it), instance_id: INSTANCE_ID };
    const connect = fakeConnect(answers);
    const reading = await it.read({ ...config, ...asked }, testContext(connect));
    expect(reading).toEqual({ state: { instance_id: INSTANCE_ID, region: REGION, id: `${INSTANCE_ID}:id-2`, ...state } });
    expect(connect.calls).toHaveLength(1);
  },
);

it.each(ROWS)('$type finds one by its id, and asks for exactly one way to name it', async ({ type, answers, state }) => {
  const it = dataSource(type);
  const config = { ...nothing(it), instance_id: INSTANCE_ID };
  const idAttribute = Object.keys(state).find((name) => state[name] === 'id-2') ?? '';
  const byId = { ...config, [idAttribute]: 'id-2' };
  expect((await it.read(byId, testContext(fakeConnect(answers)))).state).toMatchObject(state);
  expect(it.validate?.(byId)).toEqual([]);
  expect(it.validate?.(config)).toMatchObject([{ summary: expect.stringContaining(`nor "${idAttribute}"`) }]);
});
