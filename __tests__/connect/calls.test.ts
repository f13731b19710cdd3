import { idIn } from '../../connect/shapes/ids';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, refusal, startScriptedServer } from '../support/connect/scripted-server';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const NEW_USER = {
  instanceId: idIn('i-1'),
  username: 'jane',
  password: 'Passw0rd!',
  securityProfileIds: [idIn('s-1')],
  routingProfileId: idIn('r-1'),
};
const CREATED = ok({ UserId: 'u-1', UserArn: 'arn:aws:connect:eu-central-1:1:instance/i-1/agent/u-1' });

describe('a call to Amazon Connect', () => {
  it('is repeated when the service fails, and logged with ids only', async () => {
    await using server = await startScriptedServer(refusal(500, 'InternalServiceException'), CREATED);
    const { gateway, log } = await openAt(server.endpoint);
    expect(valueOf(await gateway().users.create(NEW_USER))).toMatchObject({ id: 'u-1' });
    const calls = log.entries.filter(({ message }) => message === 'connect call').map(({ fields }) => fields);
    expect(calls).toEqual([
      {
        operation: 'CreateUser',
        region: 'eu-central-1',
        status: 500,
        code: 'InternalServiceException',
        attempt: 1,
        requestId: 'request-500',
        ms: expect.any(Number),
      },
      {
        operation: 'CreateUser',
        region: 'eu-central-1',
        status: 200,
        code: undefined,
        attempt: 2,
        requestId: 'request-200',
        ms: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(log.entries)).not.toMatch(/jane|Passw0rd|secret-of-a-test/);
  });

  it('fails as unavailable when the service keeps failing', async () => {
    await using server = await startScriptedServer(...Array.from({ length: 3 }, () => refusal(503, 'ServiceUnavailable')));
    const { gateway } = await openAt(server.endpoint, { maxRetries: 2 });
    expect(failureOf(await gateway().users.find(USER))).toMatchObject({ kind: 'unavailable', status: 503, operation: 'DescribeUser' });
    expect(server.requests).toHaveLength(3);
  });

  it('is repeated while it is throttled, however few retries are allowed', async () => {
    const throttles = Array.from({ length: 4 }, () => refusal(429, 'ThrottlingException'));
    await using server = await startScriptedServer(...throttles, ok());
    const { gateway } = await openAt(server.endpoint, { maxRetries: 0 });
    valueOf(await gateway().users.updateHierarchy(USER, undefined));
    expect(server.requests).toHaveLength(5);
  });

  it('fails as throttled when it is throttled until the time is up', async () => {
    await using server = await startScriptedServer(...Array.from({ length: 100 }, () => refusal(429, 'TooManyRequestsException')));
    const { gateway } = await openAt(server.endpoint);
    const failure = failureOf(await gateway({ timeoutMs: 10_000 }).users.delete(USER));
    expect(failure).toMatchObject({ kind: 'throttled', code: 'TooManyRequestsException', status: 429 });
    expect(failure.message).toMatch(/gave up/);
  });

  it('takes a page to sign in for no answer, whatever was asked for', async () => {
    const page = { status: 200, text: '<html>please log in</html>' };
    await using server = await startScriptedServer(page, page, page, page);
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway().users.delete(USER))).toMatchObject({ code: 'UnreadableAnswer', status: 200, ambiguous: true });
  });

  it.each([
    ['a word', { text: 'OK', headers: { 'content-type': 'text/plain' } }],
    ['JSON', { body: { status: 'blocked' } }],
    ['nothing', { text: '', headers: { 'content-type': 'application/json' } }],
  ])('takes %s without a request id of AWS for no answer: a proxy in between deletes nobody, and lists nothing', async (_, answer) => {
    const foreign = { status: 200, ...answer, requestId: false };
    await using server = await startScriptedServer(...Array.from({ length: 8 }, () => foreign));
    const { gateway } = await openAt(server.endpoint, { maxRetries: 3 });
    const { users, instances } = gateway();
    expect(failureOf(await users.delete(USER))).toMatchObject({ code: 'UnreadableAnswer', status: 200, ambiguous: true });
    expect(failureOf(await instances.list())).toMatchObject({ code: 'UnreadableAnswer' });
  });

  it('tries again after an answer that breaks off, of a refusal as of any other', async () => {
    const half = { status: 409, text: '{"Mess', headers: { 'content-type': 'application/json' } };
    await using server = await startScriptedServer(half, refusal(400, 'InvalidParameterException'));
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway().users.delete(USER))).toMatchObject({ kind: 'invalid', code: 'InvalidParameterException' });
    expect(server.requests).toHaveLength(2);
  });

  it('fails at once when a quota of resources is full', async () => {
    await using server = await startScriptedServer(refusal(429, 'LimitExceededException'));
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway().users.create(NEW_USER))).toMatchObject({ kind: 'quota-full', code: 'LimitExceededException' });
    expect(server.requests).toHaveLength(1);
  });

  it('tells a user name that was taken before from one that its own lost try may have taken', async () => {
    const taken = refusal(409, 'DuplicateResourceException');
    await using before = await startScriptedServer(taken);
    const plain = failureOf(await (await openAt(before.endpoint)).gateway().users.create(NEW_USER));
    expect(plain).toMatchObject({ kind: 'conflict', status: 409 });
    expect(plain.ambiguous).toBeUndefined();

    await using own = await startScriptedServer('lose-answer', taken);
    const lost = failureOf(await (await openAt(own.endpoint)).gateway().users.create(NEW_USER));
    expect(lost).toMatchObject({ kind: 'conflict', status: 409, ambiguous: true });
  });

  it('takes a user that is gone for deleted only after a try whose answer was lost', async () => {
    const gone = refusal(404, 'ResourceNotFoundException');
    await using lost = await startScriptedServer('lose-answer', gone, refusal(500, 'InternalServiceException'), gone);
    const { gateway } = await openAt(lost.endpoint);
    valueOf(await gateway().users.delete(USER));
    valueOf(await gateway().quickConnects.delete(idIn('i-1'), idIn('q-1')));

    await using server = await startScriptedServer(gone);
    expect(failureOf(await (await openAt(server.endpoint)).gateway().users.delete(USER)).kind).toBe('not-found');
  });

  it('keeps retrying a read that breaks off, and never calls its effect unclear', async () => {
    await using server = await startScriptedServer('lose-answer', refusal(400, 'InvalidRequestException'));
    const failure = failureOf(await (await openAt(server.endpoint)).gateway().users.find(USER));
    expect(failure).toMatchObject({ kind: 'invalid' });
    expect(failure.ambiguous).toBeUndefined();
  });

  it.each([
    ['a page of a proxy', { status: 404, text: '<html>not here</html>' }, 'unreachable'],
    ['a page in place of an answer', { status: 200, text: '<html>please log in</html>' }, 'unreachable'],
    ['an answer without the user in it', ok({}), 'unavailable'],
  ])('does not conclude from %s that a user is gone', async (_, page, kind) => {
    await using server = await startScriptedServer(page);
    const failure = failureOf(await (await openAt(server.endpoint, { maxRetries: 0 })).gateway().users.find(USER));
    expect(failure.kind).toBe(kind);
  });

  const headers = { date: new Date(Date.now() + 3_600_000).toUTCString() };
  const expired = {
    ...refusal(403, 'InvalidSignatureException', 'Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z'),
    headers,
  };

  it('fails as unauthenticated when the clock is still wrong after it was corrected, in the last try and when the time is up', async () => {
    for (const [maxRetries, timeoutMs] of [
      [0, 900_000],
      [100, 10_000],
    ] as const) {
      await using server = await startScriptedServer(...Array.from({ length: 100 }, () => expired));
      const { gateway } = await openAt(server.endpoint, { maxRetries });
      expect(failureOf(await gateway({ timeoutMs }).users.find(USER))).toMatchObject({
        kind: 'unauthenticated',
        code: 'InvalidSignatureException',
        credentials: expect.any(String),
      });
    }
  });

  it('goes on when the clock of this computer turns out to be wrong', async () => {
    await using server = await startScriptedServer(expired, { ...ok(), headers });
    valueOf(await (await openAt(server.endpoint)).gateway().users.updateHierarchy(USER, idIn('g-1')));
    const [first, second] = server.headers.map((sent) => String(sent['x-amz-date']));
    expect(Number(second?.slice(9, 11))).not.toBe(Number(first?.slice(9, 11)));
  });

  it('refuses a Region that cannot be one, without calling anybody', async () => {
    await using server = await startScriptedServer();
    const { gateway } = await openAt(server.endpoint);
    const failure = failureOf(await gateway().users.find({ ...USER, region: 'evil.example/' }));
    expect(failure).toMatchObject({ kind: 'invalid', code: 'InvalidRegion' });
    expect(server.requests).toEqual([]);
  });

  it('says who calls', async () => {
    await using server = await startScriptedServer(ok());
    const { gateway } = await openAt(server.endpoint, { userAgent: 'cdktf-amazon-connect/0.1.0 terraform/1.11.4' });
    valueOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
    expect(server.headers[0]?.['user-agent']).toMatch(/ cdktf-amazon-connect\/0\.1\.0 terraform\/1\.11\.4$/);
  });
});
