import { idIn } from '../../../connect/shapes/ids';
import type { Instance } from '../../../connect/gateway';
import type { Reading } from '../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { instance } from '../../../custom-resources/instance/data-source';
import { type InstanceState, schema } from '../../../custom-resources/instance/data-source-schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const ASKED: InstanceState = {
  alias: null,
  id: null,
  region: null,
  arn: null,
  identity_management_type: null,
  status: null,
  inbound_calls_enabled: null,
  outbound_calls_enabled: null,
  access_url: null,
  service_role: null,
  created_time: null,
  regions: null,
  source_region: null,
  global_sign_in_endpoint: null,
};
const SUPPORT: Instance = {
  id: INSTANCE_ID,
  arn: INSTANCE_ARN,
  identityManagement: 'SAML',
  regions: [REGION, 'us-west-2'],
  sourceRegion: REGION,
  alias: 'support',
  status: 'ACTIVE',
  inboundCalls: true,
  outboundCalls: false,
  accessUrl: 'https://support.my.connect.aws',
  serviceRole: 'arn:aws:iam::111122223333:role/connect',
  createdAt: 0,
  globalSignInEndpoint: 'https://support.global.my.connect.aws',
};
const LISTED = [
  { id: idIn('other'), alias: 'sales' },
  { id: INSTANCE_ID, alias: 'support' },
];

const read = async (
  asked: Partial<InstanceState>,
  answers: Answers['instances'] = {},
): Promise<Reading<InstanceState> & { readonly asks: readonly (readonly unknown[])[] }> => {
  const connect = fakeConnect({ instances: { find: found(SUPPORT), list: found(LISTED), ...answers } });
  return {
    ...(await instance.read({ ...ASKED, ...asked }, testContext(connect))),
    asks: connect.calls.map(({ method, given }) => [method, ...given]),
  };
};

it('finds an instance by its alias, and tells all that Connect tells of it', async () => {
  const { state, diagnostics, asks } = await read({ alias: 'support' });
  expect(diagnostics).toBeUndefined();
  expect(asks).toEqual([
    ['list', REGION],
    ['find', INSTANCE_ID, REGION],
  ]);
  expect(state).toEqual({
    alias: 'support',
    id: INSTANCE_ID,
    region: REGION,
    arn: INSTANCE_ARN,
    identity_management_type: 'SAML',
    status: 'ACTIVE',
    inbound_calls_enabled: true,
    outbound_calls_enabled: false,
    access_url: 'https://support.my.connect.aws',
    service_role: 'arn:aws:iam::111122223333:role/connect',
    created_time: '1970-01-01T00:00:00.000Z',
    regions: [REGION, 'us-west-2'],
    source_region: REGION,
    global_sign_in_endpoint: 'https://support.global.my.connect.aws',
  });
});

it('reads an instance by its id in the Region that is asked for, without a list', async () => {
  const { state, asks } = await read({ id: INSTANCE_ID, region: 'us-west-2' });
  expect(asks).toEqual([['find', INSTANCE_ID, 'us-west-2']]);
  expect(state).toMatchObject({ id: INSTANCE_ID, alias: 'support', region: 'us-west-2' });
});

it('leaves out what Connect does not tell', async () => {
  const bare: Instance = { id: INSTANCE_ID, arn: INSTANCE_ARN, identityManagement: 'SAML', regions: [REGION] };
  const { state } = await read({ alias: 'support' }, { find: found(bare) });
  expect(state).toEqual({
    ...ASKED,
    alias: 'support',
    id: INSTANCE_ID,
    region: REGION,
    arn: INSTANCE_ARN,
    identity_management_type: 'SAML',
    regions: [REGION],
  });
});

it('fails when no instance has the alias, and names those that there are', async () => {
  const { state, diagnostics } = await read({ alias: 'Support' });
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 'error', path: ['alias'], summary: 'No such instance' }]);
  expect(diagnostics?.[0]?.detail).toContain(
    `the account has no instance with the alias "Support". Its instances there: "sales" (other), "support" (${INSTANCE_ID})`,
  );
  expect((await read({ alias: 'support' }, { list: found([]) })).diagnostics?.[0]?.detail).toContain('Its instances there: none');
});

it('asks nobody to name one of none', async () => {
  expect((await read({ alias: 'support' }, { list: found([]) })).diagnostics?.[0]?.detail).toMatch(
    /Its instances there: none\. Check the Region and the account of the credentials\.$/,
  );
});

it('fails when two instances have the alias', async () => {
  const { diagnostics } = await read({ alias: 'support' }, { list: found([...LISTED, { id: idIn('third'), alias: 'support' }]) });
  expect(diagnostics).toMatchObject([
    { path: ['alias'], summary: 'More than one such instance', detail: expect.stringContaining('has 2 instances') },
  ]);
});

it('fails when there is no instance of that id, and says where it looked', async () => {
  const { diagnostics } = await read({ id: INSTANCE_ID }, { find: found(undefined) });
  expect(diagnostics).toMatchObject([
    { path: ['id'], summary: 'No such instance', detail: expect.stringContaining(`${INSTANCE_ID} in ${REGION}`) },
  ]);
});

it.each<[string, Partial<InstanceState>, Answers['instances']]>([
  ['be listed', { alias: 'support' }, { list: refuses('denied') }],
  ['be read', { id: INSTANCE_ID }, { find: refuses('denied') }],
])('fails and says so when instances may not %s', async (_what, asked, answers) => {
  expect((await read(asked, answers)).diagnostics).toMatchObject([
    { severity: 'error', summary: expect.stringContaining('access denied') },
  ]);
});

it('takes exactly one of alias and id, and leaves for later what is not known', () => {
  const told = (asked: Parameters<NonNullable<typeof instance.validate>>[0]): unknown => instance.validate?.(asked);
  expect(told({ ...ASKED, alias: 'support' })).toEqual([]);
  expect(told({ ...ASKED, id: UNKNOWN })).toEqual([]);
  expect(told(ASKED)).toMatchObject([{ summary: 'Neither "alias" nor "id"' }]);
  expect(told({ ...ASKED, alias: 'support', id: INSTANCE_ID })).toMatchObject([{ path: ['id'], summary: 'Both "alias" and "id"' }]);
});

it('takes bare ids only', () => {
  expect(schema.attributes.id.check(INSTANCE_ID)).toBeUndefined();
  expect(schema.attributes.id.check(INSTANCE_ARN)).toContain('must be the bare id of an instance');
});
