import type { FailureKind } from '../../../connect/failure';
import { inCommon } from '../../../custom-resources/contract/diagnostic';
import { callFailed, cannotConnect, cannotRead } from '../../../custom-resources/failures/diagnostics';
import { failure } from '../../support/custom-resources/connect';
import { INSTANCE_ARN, INSTANCE_ID } from '../../support/custom-resources/ids';

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

it('says of a request whose answer was lost that it may have taken effect', () => {
  expect(callFailed('deleting the user', failure('unavailable', { ambiguous: true })).detail).toContain(
    'may have taken effect all the same',
  );
  expect(callFailed('deleting the user', failure('unavailable')).detail).not.toContain('may have');
});

it('names every IAM action that an operation needs', () => {
  const problem = callFailed('associating', failure('denied', { operation: 'AssociateTrafficDistributionGroupUser' }));
  expect(problem.detail).toContain('connect:AssociateTrafficDistributionGroupUser, connect:DescribeUser, connect:SearchUsers');
});

const SUMMARIES: readonly (readonly [FailureKind, string, string])[] = [
  ['not-found', 'not found', 'Check the ids and the Region'],
  ['conflict', 'conflict', 'import the existing one'],
  ['throttled', 'throttled until the time was up', 'rate quota of SomeOperation'],
  ['quota-full', 'a quota is used up', 'waiting does not help'],
  ['invalid', 'refused by Amazon Connect', 'Correct the configuration'],
  ['unauthenticated', 'AWS does not accept the credentials', 'configure others'],
  ['unavailable', 'Amazon Connect could not be reached', 'Run the command again'],
  ['unreachable', 'Amazon Connect does not answer', 'set HTTPS_PROXY'],
  ['in-use', 'still in use', 'Remove what refers to it'],
  ['cancelled', 'stopped', 'goes on where this one stopped'],
];

it.each(SUMMARIES)('advises about "%s"', (kind, summary, advice) => {
  const problem = callFailed('doing it', failure(kind));
  expect(problem.summary).toBe(`Doing it failed: ${summary}`);
  expect(problem.detail).toContain(advice);
  expect(problem).not.toHaveProperty('path');
});

it('names the predefined attribute where proficiencies are refused as not found', () => {
  const { detail } = callFailed('setting the proficiencies', failure('not-found', { operation: 'AssociateUserProficiencies' }));
  expect(detail).toMatch(/Likely cause: a predefined attribute, or a value of one, .*\nCheck "attribute_name" and "attribute_value"/);
});

it('tells missing credentials from other reasons why the provider cannot be configured', () => {
  const config = { region: null, profile: null, assume_role: [] };
  const role = { role_arn: 'arn:aws:iam::123456789012:role/deploy', session_name: null, external_id: null, duration: null };
  const expired = failure('unauthenticated', { code: 'ExpiredToken', message: 'too old' });
  const refused = failure('unauthenticated', { operation: 'AssumeRole', code: 'AccessDenied', status: 403 });
  expect(cannotConnect(expired, config)).toMatchObject({
    summary: 'No valid AWS credentials',
    detail: expect.stringMatching(/^ExpiredToken: too old[^]*Declare "profile"/),
  });
  expect(cannotConnect(expired, { ...config, profile: 'ops' }).path).toEqual(['profile']);
  for (const profile of ['ops', null]) {
    const { detail } = cannotConnect({ ...expired, profile: 'ops' }, { ...config, profile });
    expect(detail).toContain('aws sso login --profile ops');
    expect(detail).not.toContain('Declare "profile"');
  }
  expect(cannotConnect(refused, { ...config, assume_role: [role] })).toMatchObject({
    path: ['assume_role', 0, 'role_arn'],
    detail: expect.stringContaining('sts:AssumeRole on arn:aws:iam::123456789012:role/deploy'),
  });
  expect(cannotConnect(failure('invalid', { operation: 'ResolveRegion' }), config)).toMatchObject({
    summary: 'The provider cannot be configured',
    path: ['region'],
  });
  expect(cannotConnect(failure('unavailable'), config)).toMatchObject({
    summary: 'The provider cannot be configured',
    detail: expect.stringContaining('Run the command again'),
  });
  expect(cannotConnect(failure('invalid', { operation: 'ResolveRegion', code: 'InvalidRegion' }), config)).toMatchObject({
    detail: expect.stringMatching(/Declare the right Region as "region", or correct it at its source\.$/),
    path: ['region'],
  });
});

it('does not say that Amazon Connect could not be reached where it answered', () => {
  const { summary, detail } = callFailed('deleting the user', failure('unavailable', { code: 'InternalServiceException', status: 503 }));
  expect([summary, detail]).toEqual([
    'Deleting the user failed: Amazon Connect has trouble',
    expect.stringContaining('AWS Health Dashboard'),
  ]);
});

it.each([
  ['an outage', failure('unavailable', { status: 503, outage: true }), 'SomeOperation in us-east-1: Amazon Connect has trouble'],
  ['a permission that is missing', failure('denied'), 'SomeOperation in us-east-1: access denied'],
  ['trouble with one thing', failure('unavailable', { status: 503 }), undefined],
])('says of %s whether a plan tells it once', (_, failed, common) => {
  expect(callFailed('reading the user', failed).common).toBe(common);
});

it('says of each write that it may not have been tried, where many others were denied', () => {
  const { own, detail } = callFailed('creating the user "jdoe"', failure('denied', { outage: true }));
  expect(own).toBe('This call may not have been tried: SomeOperation in us-east-1 was denied twenty times in a row before.');
  expect(detail).toContain(own);
  expect(detail).not.toContain('whatever it is asked');
  expect(callFailed('creating the user "jdoe"', failure('denied')).own).toBeUndefined();
});

it('does not say that Amazon Connect could not be reached where only the time of the call was up', () => {
  expect(callFailed('deleting the user', failure('unavailable', { code: 'DeadlineExceeded' })).summary).toBe(
    'Deleting the user failed: the time was up',
  );
});

it('does not speak of a policy when no API was called', () => {
  const { detail } = callFailed('creating the user "jdoe"', failure('unauthenticated', { operation: 'ResolveCredentials' }));
  expect(detail).not.toMatch(/policy does not allow \.|Allow {2}on/);
});

it.each([
  ['unauthenticated', 'ExpiredTokenException', /Sign in again/],
  ['unauthenticated', 'RequestTimeTooSkewed', /Set the clock/],
  ['unauthenticated', 'SignatureDoesNotMatch', /Check the secret key/],
  ['unauthenticated', 'UnrecognizedClientException', /Check the access key/],
  ['unauthenticated', 'OptInRequired', /Enable it in the account/],
  ['unavailable', 'ECONNRESET', /a network problem, or a wrong "endpoint" or "region"/],
  ['unavailable', 'DeadlineExceeded', /slow or throttled them[^]*declare a longer "timeouts" block/],
  ['unreachable', 'ENOTFOUND', /no network or name server, or a mistyped "region"/],
  ['unreachable', 'ECONNREFUSED', /No server listens there/],
  ['unreachable', 'SELF_SIGNED_CERT_IN_CHAIN', /AWS_CA_BUNDLE/],
  ['unreachable', 'ProxyRefused', /Check HTTPS_PROXY/],
  ['unreachable', 'ConnectionTimeout', /a firewall or VPN/],
  ['unreachable', 'UnreadableAnswer', /Another server than Amazon Connect answered/],
] as const)('advises what to do when Amazon Connect is %s: %s', (kind, code, advice) => {
  expect(callFailed('checking the plan', failure(kind, { code })).detail).toMatch(advice);
});

it.each([
  'Signature expired: 20261123T105000Z is now earlier than 20261123T124500Z',
  'Signature not yet current: 20261123T135000Z is still later',
])('blames the clock, and no key, where the signature is out of time: %s', (message) => {
  for (const code of ['InvalidSignatureException', 'SignatureDoesNotMatch']) {
    const { detail } = callFailed('checking the plan', failure('unauthenticated', { code, message, credentials: 'the AWS profile "ops"' }));
    expect(detail).toMatch(/Set the clock/);
    expect(detail).not.toMatch(/secret key|"ops"/);
  }
});

it.each(['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ConnectionTimeout', 'EPROTO', 'HPE_INVALID_CONSTANT'])(
  'asks for no proxy and no other endpoint where %s comes of the way to a proxy',
  (code) => {
    const host = 'connect.us-east-1.amazonaws.com through the proxy proxy.example:3128';
    const { detail } = callFailed('checking the plan', failure('unreachable', { code, host }));
    expect(detail).toMatch(/the proxy cannot be reached[^]*Check HTTPS_PROXY/);
    expect(detail).not.toMatch(/"endpoint"|set HTTPS_PROXY/);
  },
);

it('speaks of certificates where a proxy that opens TLS connections is not trusted', () => {
  const host = 'connect.us-east-1.amazonaws.com through the proxy proxy.example:3128';
  const untrusted = failure('unreachable', { code: 'SELF_SIGNED_CERT_IN_CHAIN', host });
  expect(callFailed('checking the plan', untrusted).detail).toMatch(/AWS_CA_BUNDLE/);
});

it('asks for no other certificates where a certificate is that of another host, as of a VPC endpoint that is called by a name of its own', () => {
  const message = "Hostname/IP does not match certificate's altnames: Host: connect.corp. is not in the cert's altnames: DNS:vpce.example";
  const { detail } = callFailed('checking the plan', failure('unreachable', { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message }));
  expect(detail).toContain('give it by a name that its certificate has');
  expect(detail).not.toContain('AWS_CA_BUNDLE');
});

it('names the host that does not answer, and where the credentials come from that are not accepted', () => {
  const away = callFailed(
    'checking the plan',
    failure('unreachable', { operation: 'ListUsers', code: 'ENOTFOUND', message: 'no such host', host: 'connect.example' }),
  );
  expect(away.detail).toContain('ListUsers in us-east-1 got no answer from connect.example: ENOTFOUND: no such host');
  const dead = callFailed('checking the plan', failure('unauthenticated', { code: 'ExpiredToken', credentials: 'the AWS profile "ops"' }));
  expect(dead.detail).toContain('The credentials come from the AWS profile "ops".');
});

describe('a refresh that may not read', () => {
  const denied = failure('denied', { operation: 'DescribeUser' });
  const common = (instance: string): string | undefined => inCommon(cannotRead('reading the user', denied, instance));

  it('is told once for the operation and the instance, however that is spelled', () => {
    expect(common(INSTANCE_ID)).toBe(common(INSTANCE_ARN));
    expect(common(INSTANCE_ID)).not.toBe(common('other'));
    expect(cannotRead('reading the user', denied, INSTANCE_ARN).detail).toContain(
      `Other reads with DescribeUser in the instance ${INSTANCE_ID}`,
    );
  });

  it('is told for each resource where something else than a policy is in the way', () => {
    const told = cannotRead('reading the user', failure('throttled'), INSTANCE_ID);
    expect([inCommon(told), told]).toEqual([undefined, callFailed('reading the user', failure('throttled'))]);
  });
});
