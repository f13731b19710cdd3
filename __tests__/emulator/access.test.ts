import { Connect } from '@aws-sdk/client-connect';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import * as demo from '../../emulator/seed/demo';
import { agent, connectTo, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { signature } from '../support/emulator/raw';

const InstanceId = demo.INSTANCE_ID;
const path = `/users-summary/${InstanceId}`;

let emulator: TestEmulator;

beforeEach(async () => {
  emulator = await startTestEmulator();
});

afterEach(() => emulator.close());

async function ask(
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; code: string | null; requestId: string | null; body: string }> {
  const response = await fetch(url, init);
  return {
    status: response.status,
    code: response.headers.get('x-amzn-ErrorType'),
    requestId: response.headers.get('x-amzn-RequestId'),
    body: await response.text(),
  };
}

describe('who may call', () => {
  test.each([
    ['without a signature', {}, 'MissingAuthenticationTokenException'],
    ['with the signature of another service', signature('AKIAADMIN', 's3'), 'InvalidSignatureException'],
    ['with an unknown access key', signature('AKIAWRONG1'), 'UnrecognizedClientException'],
    ['with temporary credentials that nobody issued', signature('ASIAUNKNOWN'), 'UnrecognizedClientException'],
  ])('refuses a request %s with 403', async (_, headers, code) => {
    const answer = await ask(emulator.url + path, { headers });
    expect(answer).toMatchObject({ status: 403, code });
    expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(answer.body)).toEqual({ Message: expect.any(String) as string });
  });

  test('the Region is that of the credential scope', async () => {
    await emulator.control.users({ count: 1, instance: InstanceId });
    const { body } = await ask(emulator.url + path, { headers: signature('AKIAADMIN', 'connect', demo.REPLICA_REGION) });
    expect(body).toContain(`arn:aws:connect:${demo.REPLICA_REGION}:`);
    expect((await ask(emulator.url + path, { headers: signature('AKIAADMIN', 'connect', 'eu-west-2') })).status).toBe(404);
  });

  test('refuses an operation that the settings deny, to that access key alone, and names it', async () => {
    await emulator.control.change({ deny: [{ accessKeyId: 'AKIAREADER', operation: 'CreateUser' }] });
    const reader = connectTo(emulator.url, { accessKeyId: 'AKIAREADER' });
    await expect(reader.createUser(agent('ada'))).rejects.toMatchObject({
      ...failure('AccessDeniedException', 403),
      message: expect.stringContaining('connect:CreateUser') as string,
    });
    await reader.listUsers({ InstanceId });
    await connectTo(emulator.url).createUser(agent('ada'));
  });

  test('an assumed role works with the credentials it was given, in its own account', async () => {
    const assume = (RoleArn: string): Connect =>
      new Connect({
        endpoint: emulator.url,
        region: demo.HOME_REGION,
        maxAttempts: 1,
        credentials: fromTemporaryCredentials({
          masterCredentials: { accessKeyId: 'AKIAADMIN', secretAccessKey: 'secret' },
          params: { RoleArn, RoleSessionName: 'session' },
          clientConfig: { endpoint: emulator.url, region: demo.HOME_REGION },
        }),
      });
    const { UserSummaryList } = await assume(`arn:aws:iam::${demo.ACCOUNT}:role/deployer`).listUsers({ InstanceId });
    expect(UserSummaryList).toEqual([]);
    await expect(assume('arn:aws:iam::999999999999:role/deployer').listUsers({ InstanceId })).rejects.toMatchObject(
      failure('ResourceNotFoundException', 404),
    );
    await expect(assume(`arn:aws:iam::${demo.ACCOUNT}:role/denied`).listUsers({ InstanceId })).rejects.toMatchObject(
      failure('AccessDenied', 403),
    );
  });

  test('GetCallerIdentity tells the account', async () => {
    const answer = await ask(`${emulator.url}/`, {
      method: 'POST',
      headers: signature('AKIAADMIN', 'sts'),
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(answer.body).toContain(`<Account>${demo.ACCOUNT}</Account>`);
    expect(
      await ask(`${emulator.url}/`, { method: 'POST', headers: signature('AKIAWRONG', 'sts'), body: 'Action=GetCallerIdentity' }),
    ).toMatchObject({
      status: 403,
      body: expect.stringContaining('<Code>InvalidClientTokenId</Code>') as string,
    });
  });
});

describe('requests that make no sense', () => {
  const headers = signature('AKIAADMIN');

  test.each([
    ['an unknown path', 'GET', '/nothing', '', 404, 'UnknownOperationException'],
    ['a body that is not JSON', 'PUT', `/users/${InstanceId}`, '{', 400, 'SerializationException'],
    ['a number where a text belongs', 'POST', '/search-users', '{"InstanceId":1}', 400, 'SerializationException'],
    ['a missing member', 'POST', '/search-users', '{}', 400, 'InvalidRequestException'],
    ['a page of 0', 'GET', `${path}?maxResults=0`, '', 400, 'InvalidParameterException'],
    ['a page of many', 'GET', `${path}?maxResults=many`, '', 400, 'SerializationException'],
  ])('refuses %s', async (_, method, target, body, status, code) => {
    expect(await ask(emulator.url + target, { method, headers, ...(body && { body }) })).toMatchObject({ status, code });
  });

  test('tells an operation that it does not serve from one that does not exist', async () => {
    expect(await ask(`${emulator.url}/contact-flows/${InstanceId}`, { method: 'PUT', headers, body: '{}' })).toMatchObject({
      status: 501,
      code: 'NotImplementedException',
      body: expect.stringContaining('CreateContactFlow is an operation of Amazon Connect that this emulator does not serve') as string,
    });
    expect(await ask(`${emulator.url}/contact-flaws/${InstanceId}?name=Ada`, { method: 'PUT', headers, body: '{}' })).toMatchObject({
      status: 404,
      code: 'UnknownOperationException',
      body: expect.stringContaining(`no operation at PUT /contact-flaws/${InstanceId}`) as string,
    });
    expect(await emulator.control.calls()).toMatchObject([
      { operation: 'CreateContactFlow', status: 501 },
      { operation: 'Unknown', method: 'PUT', path: `/contact-flaws/${InstanceId}`, status: 404 },
    ]);
  });

  test('query names count with their case: MaxResults is not maxResults', async () => {
    await emulator.control.users({ count: 3, instance: InstanceId });
    const count = async (query: string) =>
      ((await ask(`${emulator.url}${path}?${query}`, { headers })).body.match(/"Username"/g) ?? []).length;
    expect(await count('maxResults=1')).toBe(1);
    expect(await count('MaxResults=1')).toBe(3);
  });
});
