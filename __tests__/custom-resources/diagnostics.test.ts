import type { FailureKind } from '../../connect/failure';
import { callFailed, cannotConnect } from '../../custom-resources/diagnostics';
import { failure } from '../support/custom-resources-connect';

it('says what failed, what Connect answered, the likely cause and what to do', () => {
  const problem = callFailed(
    'creating the user "jdoe"',
    failure('denied', { operation: 'CreateUser', code: 'AccessDeniedException', message: 'not allowed', requestId: 'r-1' }),
    ['name'],
  );
  expect(problem).toMatchObject({ severity: 'error', summary: 'Creating the user "jdoe" failed: access denied', path: ['name'] });
  expect(problem.detail).toContain('CreateUser in us-east-1 answered AccessDeniedException: not allowed\nRequest id: r-1\n');
  expect(problem.detail).toContain('Allow connect:CreateUser');
});

it('names every IAM action that an operation needs', () => {
  const problem = callFailed('associating', failure('denied', { operation: 'AssociateTrafficDistributionGroupUser' }));
  expect(problem.detail).toContain('connect:AssociateTrafficDistributionGroupUser, connect:DescribeUser, connect:SearchUsers');
});

const SUMMARIES: readonly (readonly [FailureKind, string, string])[] = [
  ['not-found', 'not found', 'Check the ids and the Region'],
  ['conflict', 'conflict', 'import what exists'],
  ['throttled', 'throttled until the time was up', 'rate quota of SomeOperation'],
  ['quota-full', 'a quota is used up', 'waiting does not help'],
  ['invalid', 'refused by Amazon Connect', 'Correct the configuration'],
  ['unavailable', 'Amazon Connect could not be reached', 'Run the command again'],
  ['in-use', 'still in use', 'Remove what refers to it'],
  ['cancelled', 'stopped', 'goes on where this stopped'],
];

it.each(SUMMARIES)('advises about "%s"', (kind, summary, advice) => {
  const problem = callFailed('doing it', failure(kind));
  expect(problem.summary).toBe(`Doing it failed: ${summary}`);
  expect(problem.detail).toContain(advice);
  expect(problem).not.toHaveProperty('path');
});

it('tells missing credentials from other reasons why the provider cannot be configured', () => {
  const config = { region: null, profile: null, assume_role: [] };
  const role = { role_arn: 'arn:aws:iam::123456789012:role/deploy', session_name: null, external_id: null, duration: null };
  const expired = failure('denied', { code: 'ExpiredToken', message: 'too old' });
  expect(cannotConnect(expired, config)).toMatchObject({
    summary: 'No valid AWS credentials',
    detail: expect.stringMatching(/^ExpiredToken: too old[^]*Declare "profile"/),
  });
  expect(cannotConnect(expired, { ...config, profile: 'ops' }).path).toEqual(['profile']);
  expect(cannotConnect(expired, { ...config, assume_role: [role] })).toMatchObject({
    path: ['assume_role', 0, 'role_arn'],
    detail: expect.stringContaining('sts:AssumeRole on arn:aws:iam::123456789012:role/deploy'),
  });
  expect(cannotConnect(failure('invalid', { operation: 'ResolveRegion' }), config)).toMatchObject({ summary: 'The provider cannot be configured', path: ['region'] });
  expect(cannotConnect(failure('unavailable'), config)).toMatchObject({ summary: 'The provider cannot be configured', detail: expect.stringContaining('Run the command again') });
});

it('does not speak of a policy when no API was called', () => {
  const { detail } = callFailed('creating the user "jdoe"', failure('denied', { operation: 'ResolveCredentials' }));
  expect(detail).not.toMatch(/policy does not allow \.|Allow {2}on/);
});
