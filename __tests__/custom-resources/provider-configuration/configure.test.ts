import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { connectionOf, settingsOf } from '../../../custom-resources/provider-configuration/configure';
import { neverCalled, validate } from '../../../custom-resources/provider-configuration/validate';
import type { ProviderConfiguration } from '../../../custom-resources/provider-configuration/schema';

const EMPTY: ProviderConfiguration = {
  region: null,
  profile: null,
  access_key: null,
  secret_key: null,
  token: null,
  endpoint: null,
  insecure_endpoint: null,
  max_retries: null,
  refresh_mode: null,
  plan_checks: null,
  adopt_existing: null,
  max_user_deletions: null,
  max_membership_removals: null,
  lift_deletion_protection: null,
  consistency_window: null,
  requests_per_second: null,
  burst: null,
  assume_role: [],
  default_tags: [],
  ignore_tags: [],
  rate_limit: [],
};

describe('the connection', () => {
  it('leaves everything to the gateway and the AWS SDK when nothing is configured', () => {
    expect(connectionOf(EMPTY)).toEqual({ refreshMode: 'bulk', rate: {}, operationRates: {} });
  });

  it('takes over what is configured', () => {
    const config: ProviderConfiguration = {
      ...EMPTY,
      region: 'us-east-1',
      profile: 'ops',
      access_key: 'AKIA',
      secret_key: 'hush',
      token: 'tok',
      endpoint: 'http://localhost:4510',
      max_retries: 0,
      refresh_mode: 'exact',
    };
    expect(connectionOf(config)).toMatchObject({
      region: 'us-east-1',
      profile: 'ops',
      accessKey: 'AKIA',
      secretKey: 'hush',
      token: 'tok',
      endpoint: 'http://localhost:4510',
      maxRetries: 0,
      refreshMode: 'exact',
    });
  });

  it('assumes a role, for as long as is declared', () => {
    const role = { role_arn: 'arn:aws:iam::111122223333:role/ops', session_name: 'ci', external_id: 'x-1', duration: '1h30m' };
    expect(connectionOf({ ...EMPTY, assume_role: [role] }).assumeRole).toEqual({
      roleArn: role.role_arn,
      sessionName: 'ci',
      externalId: 'x-1',
      durationSeconds: 5400,
    });
    expect(
      connectionOf({ ...EMPTY, assume_role: [{ ...role, session_name: null, external_id: null, duration: null }] }).assumeRole,
    ).toEqual({
      roleArn: role.role_arn,
    });
  });

  it('sends an operation at its own rate, and says of rate and burst what is declared', () => {
    const { rate, operationRates } = connectionOf({
      ...EMPTY,
      requests_per_second: 4,
      burst: 8,
      rate_limit: [
        { operation: 'DescribeUser', requests_per_second: 10, burst: null },
        { operation: 'CreateUser', requests_per_second: 0.5, burst: 1 },
      ],
    });
    expect(rate).toEqual({ requestsPerSecond: 4, burst: 8 });
    expect(operationRates).toEqual({
      DescribeUser: { requestsPerSecond: 10 },
      CreateUser: { requestsPerSecond: 0.5, burst: 1 },
    });
  });
});

describe('the settings of resources', () => {
  it('have no default tags, ignore no tags and look for new things for a minute, when nothing is configured', () => {
    expect(settingsOf(EMPTY)).toEqual({
      defaultTags: {},
      ignoreTags: { keys: [], keyPrefixes: [] },
      consistencyWindowMs: 60_000,
      planChecks: true,
      adoptExisting: 'identical',
    });
    expect(settingsOf({ ...EMPTY, default_tags: [{ tags: null }], ignore_tags: [{ keys: null, key_prefixes: null }] })).toEqual(
      settingsOf(EMPTY),
    );
  });

  it('take over what is configured', () => {
    const config: ProviderConfiguration = {
      ...EMPTY,
      consistency_window: '5s',
      adopt_existing: 'never',
      max_user_deletions: 0,
      max_membership_removals: 20,
      lift_deletion_protection: ['ada'],
      plan_checks: false,
      default_tags: [{ tags: { env: 'prod' } }],
      ignore_tags: [{ keys: ['cost'], key_prefixes: ['audit-'] }],
    };
    expect(settingsOf(config)).toEqual({
      defaultTags: { env: 'prod' },
      ignoreTags: { keys: ['cost'], keyPrefixes: ['audit-'] },
      consistencyWindowMs: 5_000,
      adoptExisting: 'never',
      maxUserDeletions: 0,
      maxMembershipRemovals: 20,
      unprotected: ['ada'],
      planChecks: false,
    });
  });
});

describe('a configuration', () => {
  const problems = (config: Partial<PlannedState<ProviderConfiguration>>) =>
    validate({ ...EMPTY, ...config }).map(({ path, summary }) => [path, summary]);
  const rate = (operation: string) => ({ operation, requests_per_second: 1, burst: null });

  it.each<[string, Partial<PlannedState<ProviderConfiguration>>]>([
    ['that is empty', {}],
    ['with a whole key', { access_key: 'AKIA', secret_key: 'hush', token: 'tok' }],
    ['with a key that is not known yet', { access_key: UNKNOWN, secret_key: UNKNOWN, token: UNKNOWN }],
    ['with one rate for each operation', { rate_limit: [rate('CreateUser'), rate('DeleteUser')] }],
    ['with rates that are not known yet', { rate_limit: UNKNOWN }],
  ])('%s is in order', (_what, config) => {
    expect(problems(config)).toEqual([]);
  });

  it.each<[string, Partial<PlannedState<ProviderConfiguration>>, string, string]>([
    ['an access key without its secret', { access_key: 'AKIA' }, 'secret_key', 'Half an access key'],
    ['a secret without its access key', { secret_key: 'hush', token: 'tok' }, 'access_key', 'Half an access key'],
    ['a session token alone', { token: 'tok' }, 'token', 'A session token without its key'],
    [
      'two rates for one operation',
      { rate_limit: [rate('CreateUser'), rate('CreateUser'), rate('CreateUser')] },
      'rate_limit',
      'Two rates for CreateUser',
    ],
  ])('is refused with %s', (_what, config, path, summary) => {
    expect(problems(config)).toEqual([[[path], summary]]);
  });

  it('is refused with a rate for an operation that is never called', () => {
    const refused = (limits: PlannedState<ProviderConfiguration>['rate_limit']) =>
      neverCalled({ ...EMPTY, rate_limit: limits }, ['CreateUser', 'DescribeUser']).map(({ path, summary }) => [path, summary]);
    expect(refused([rate('DescribeUsr'), rate('CreateUser')])).toEqual([[['rate_limit'], 'A rate for DescribeUsr, which is never called']]);
    expect(refused(UNKNOWN)).toEqual([]);
  });

  it('is not refused for a variable that may turn out to be null', () => {
    expect(problems({ access_key: UNKNOWN })).toEqual([]);
    expect(problems({ token: UNKNOWN })).toEqual([]);
  });
});
