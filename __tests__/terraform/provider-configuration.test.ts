import { TagResourceCommand } from '@aws-sdk/client-connect';
import { INSTANCE_ID, SALES_ROUTING_PROFILE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { KEYS, Scenarios } from '../support/terraform/scenarios';
import { agent, type Body, membership, writesOf } from '../support/terraform/contact-centre';
import { complaint, type DirectProject } from '../support/terraform/direct-project';
import { connectTo } from '../support/emulator/test-emulator';

const ROLE = 'arn:aws:iam::123456789012:role/terraform';
const ADA: Body = { resource: { connect_user: { ada: agent('ada') } } };
const FAST: Body = { ...KEYS, requests_per_second: 1000, burst: 1000 };
/** Makes one call at plan. */
const GROUP: Body = {
  data: { connect_traffic_distribution_group: { team: { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID } } },
};

let scenarios: Scenarios;
beforeAll(async () => {
  scenarios = await Scenarios.start();
});
afterAll(() => scenarios.close());

/** Plans what makes a call; answers with who called. */
async function callersOf(provider: Body, env?: NodeJS.ProcessEnv): Promise<readonly string[]> {
  await scenarios.callers();
  const { code, stderr } = await scenarios.project(provider, GROUP, env).plan();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return scenarios.callers();
}

describe('the credentials of the provider', () => {
  const withProfile = (env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
    const files = scenarios.project({}, {});
    const config = files.write('aws-config', '[profile team]\nregion = us-east-1\n');
    const credentials = files.write('aws-credentials', '[team]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = of-the-profile\n');
    return { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, ...env };
  };

  it('are those of the profile that is named, and its Region, from the shared files', async () => {
    expect(await callersOf({ profile: 'team' }, withProfile())).toEqual(['AKIAPROFILE ListTrafficDistributionGroups us-east-1']);
  });

  it('are those of the environment, before a profile of the environment', async () => {
    const env = withProfile({ AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'x', AWS_PROFILE: 'team', AWS_REGION: 'us-west-2' });
    expect(await callersOf({}, env)).toEqual(['AKIAENV ListTrafficDistributionGroups us-west-2']);
    expect(await callersOf({}, withProfile({ AWS_PROFILE: 'team' }))).toEqual(['AKIAPROFILE ListTrafficDistributionGroups us-east-1']);
  });

  it('are those of the role that they assume, once for all calls', async () => {
    const role = { role_arn: ROLE, session_name: 'review', external_id: 'external', duration: '15m' };
    expect(await callersOf({ ...KEYS, assume_role: role })).toEqual([
      'AKIATEST AssumeRole us-east-1',
      'ASIA ListTrafficDistributionGroups us-east-1',
    ]);
  });

  it.each<[string, Body, RegExp]>([
    [
      'there are none',
      { region: 'us-east-1' },
      /No valid AWS credentials .*No credentials from the default chain \(environment variables, shared configuration files,/,
    ],
    [
      'the profile does not exist',
      { region: 'us-east-1', profile: 'nobody' },
      /No valid AWS credentials .*No credentials from the AWS profile "nobody"/,
    ],
    [
      'the role may not be assumed',
      { ...KEYS, assume_role: { role_arn: `${ROLE}-denied` } },
      /No valid AWS credentials .*No credentials from the role .*role\/terraform-denied \(AssumeRole\): .* not authorized to perform: sts:AssumeRole/,
    ],
    [
      'there is no Region',
      { ...KEYS, region: undefined },
      /No AWS Region is set: not here, not in AWS_REGION, and not in the AWS profile\. .*Declare "region", or set AWS_REGION/,
    ],
  ])('fails at plan, and says so, when %s', async (_, provider, message) => {
    await scenarios.callers();
    const run = await scenarios.project(provider, ADA).plan();
    expect(run.code).toBe(1);
    expect(complaint(run)).toMatch(message);
    expect((await scenarios.callers()).filter((call) => !call.includes('AssumeRole'))).toEqual([]);
  });

  it('fails with all that is wrong in it at once, each with its attribute', async () => {
    const wrong = {
      region: 'Frankfurt',
      access_key: 'AKIATEST',
      endpoint: 'localhost',
      assume_role: { role_arn: 'terraform' },
      rate_limit: [
        ...[1, 2].map((rate) => ({ operation: 'CreateUser', requests_per_second: rate })),
        { operation: 'DescribeUsr', requests_per_second: 3 },
      ],
    };
    const run = await scenarios.project(wrong, ADA).plan();
    expect(run.code).toBe(1);
    for (const message of [
      /"region": "Frankfurt", region must be an AWS Region such as "us-east-1"; got "Frankfurt"\./,
      /"endpoint": "localhost", endpoint must be a URL/,
      /"role_arn": "terraform" assume_role\.role_arn must be the ARN of an IAM role/,
      /Half an access key .*"secret_key" is missing/,
      /Two rates for CreateUser/,
      /A rate for DescribeUsr, which is never called/,
    ]) {
      expect(complaint(run)).toMatch(message);
    }
  });

  it('fails at the first call, with its operation and what to check, when nobody knows the access key', async () => {
    const run = await scenarios.project({ ...KEYS, access_key: 'AKIAWRONG' }, GROUP).plan();
    expect(run.code).toBe(1);
    expect(complaint(run)).toMatch(
      /AWS does not accept the credentials .*ListTrafficDistributionGroups in us-east-1 answered UnrecognizedClientException: .*Check the access key/,
    );
  });
});

describe('an operation that the policy does not allow', () => {
  let project: DirectProject;
  const declarations = (more: Body = {}, resources: Body = {}): Body => ({
    resource: { connect_user: { ada: agent('ada', more) }, ...resources },
  });
  const member = { connect_traffic_distribution_group_user: { ada: membership('${connect_user.ada.user_id}') } };

  beforeAll(() => {
    project = scenarios.project(FAST, declarations());
  });
  afterEach(() => scenarios.emulator.control.change({ deny: [] }));

  it.each<[string, Body, RegExp]>([
    [
      'CreateUser',
      declarations(),
      /Creating the user "ada" failed: access denied .*CreateUser in us-east-1 answered AccessDeniedException: .*allow connect:CreateUser\./,
    ],
    [
      'AssociateTrafficDistributionGroupUser',
      declarations({}, member),
      /access denied .*AssociateTrafficDistributionGroupUser in us-east-1 answered AccessDeniedException: .*allow connect:AssociateTrafficDistributionGroupUser, connect:DescribeUser, connect:SearchUsers\./,
    ],
    [
      'DescribeUser',
      declarations(),
      /Reading the user .* failed: access denied with connect_user\.ada,.*DescribeUser in us-east-1 answered AccessDeniedException: .*allow connect:DescribeUser\./,
    ],
    [
      'UpdateUserRoutingProfile',
      declarations({ routing_profile_id: SALES_ROUTING_PROFILE_ID }),
      /Updating the routing profile of the user "ada" .*UpdateUserRoutingProfile in us-east-1 answered AccessDeniedException: .*allow connect:UpdateUserRoutingProfile\./,
    ],
    ['DeleteUser', {}, /Deleting the user "ada" .*DeleteUser in us-east-1 answered AccessDeniedException: .*allow connect:DeleteUser\./],
  ])('fails with what it is and what to allow: %s', async (operation, declared, message) => {
    scenarios.declare(project, FAST, declared);
    await scenarios.emulator.control.change({ deny: [{ operation }] });
    const refused = await project.apply();
    expect(refused.code).toBe(1);
    expect(complaint(refused)).toMatch(message);

    await scenarios.emulator.control.change({ deny: [] });
    expect((await project.apply()).code).toBe(0);
  });
});

describe('the endpoint', () => {
  it('fails with the operation and the likely cause when nobody listens there', async () => {
    const run = await scenarios.project({ ...KEYS, endpoint: 'http://127.0.0.1:1', max_retries: 0 }, GROUP).plan();
    expect(run.code).toBe(1);
    expect(complaint(run)).toMatch(
      /does not answer .*ListTrafficDistributionGroups in us-east-1 got no answer from 127\.0\.0\.1:1: ECONNREFUSED: .*No server listens there/,
    );
  });

  const endpointOf = (input: string): Body => ({ terraform_data: { endpoint: { input } } });
  const unknown = { ...KEYS, endpoint: '${terraform_data.endpoint.output}' };

  it('may be known only at apply: new agents are planned, created, and have no changes after', async () => {
    const resource = { ...endpointOf(scenarios.emulator.url), connect_user: { cy: agent('cy'), di: agent('di') } };
    const project = scenarios.project(unknown, { resource });
    expect(await project.plan()).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 3 to add') });
    expect((await project.apply()).code).toBe(0);
    expect(await project.plan('-detailed-exitcode')).toMatchObject({ code: 0 });

    scenarios.declare(project, unknown, { resource: { ...resource, ...endpointOf(`${scenarios.emulator.url}/`) } });
    const run = await project.plan();
    expect(run.code).toBe(1);
    expect(run.stderr.match(/Error: /g)).toHaveLength(1);
    expect(complaint(run)).toMatch(
      /the provider is not configured yet with connect_user\.(?:cy|di).*The configuration of the provider depends on something that Terraform will only know at apply\..*First apply that resource/,
    );
  });

  it('fails while it is unknown for what has to be read at plan, and says what to do', async () => {
    const run = await scenarios.project(unknown, { ...GROUP, resource: endpointOf(scenarios.emulator.url) }).plan();
    expect(run.code).toBe(1);
    expect(complaint(run)).toMatch(
      /will only know at apply\. .*First apply that resource \("terraform apply -target=\.\.\."\), or configure the provider with known values/,
    );
  });
});

describe('tags that the provider adds or ignores', () => {
  const provider = (owner: string): Body => ({
    ...KEYS,
    default_tags: { tags: { owner, team: 'everybody' } },
    ignore_tags: { keys: ['cost-centre'], key_prefixes: ['scan:'] },
  });
  const declarations = { resource: { connect_user: { tess: agent('tess', { tags: { team: 'north' } }) } } };

  it('are added to those of the agent, and those that others manage are left alone', async () => {
    const { control, url } = scenarios.emulator;
    const tess = async () => (await control.state()).instances.flatMap(({ users }) => users).find(({ Username }) => Username === 'tess');
    const project = scenarios.project(provider('platform'), declarations);
    expect((await project.apply()).code).toBe(0);
    expect((await tess())?.Tags).toEqual({ owner: 'platform', team: 'north' });
    expect(project.attributes('connect_user.tess')).toMatchObject({
      tags: { team: 'north' },
      tags_all: { owner: 'platform', team: 'north' },
    });

    const resourceArn = String(project.attributes('connect_user.tess')?.['arn']);
    await connectTo(url).send(new TagResourceCommand({ resourceArn, tags: { 'cost-centre': '7', 'scan:result': 'ok' } }));
    expect(await project.plan('-detailed-exitcode')).toMatchObject({ code: 0 });

    await connectTo(url).send(new TagResourceCommand({ resourceArn, tags: { stray: 'yes' } }));
    scenarios.declare(project, provider('operations'), declarations);
    await control.clearCalls();
    expect((await project.apply()).code).toBe(0);
    expect([...writesOf(await control.calls())].sort()).toEqual(['TagResource 200', 'UntagResource 200']);
    expect((await tess())?.Tags).toEqual({ 'cost-centre': '7', owner: 'operations', 'scan:result': 'ok', team: 'north' });
  });
});

describe('the request rate', () => {
  const names = ['rita', 'rob', 'ron', 'ruth'];
  const declarations = { resource: { connect_user: Object.fromEntries(names.map((name) => [name, agent(name)])) } };
  /** Milliseconds from the first to the last call. */
  const span = async (operation: string): Promise<number> => {
    const times = (await scenarios.emulator.control.calls(operation)).map(({ time }) => Date.parse(time));
    expect(times).toHaveLength(names.length);
    return Math.max(...times) - Math.min(...times);
  };

  it('is the one of the operation where it has its own, else that of the provider', async () => {
    const project = scenarios.project(
      { ...FAST, rate_limit: [{ operation: 'CreateUser', requests_per_second: 4, burst: 1 }] },
      declarations,
    );
    await scenarios.emulator.control.clearCalls();
    expect((await project.apply()).code).toBe(0);
    expect(await span('CreateUser')).toBeGreaterThan(600);

    scenarios.declare(
      project,
      { ...KEYS, requests_per_second: 4, burst: 1, rate_limit: [{ operation: 'CreateUser', requests_per_second: 1000 }] },
      declarations,
    );
    expect((await project.run('destroy', '-auto-approve', '-refresh=false')).code).toBe(0);
    expect(await span('DeleteUser')).toBeGreaterThan(600);
  });
});
