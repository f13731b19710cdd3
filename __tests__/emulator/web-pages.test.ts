import { request } from 'node:http';
import * as demo from '../../emulator/seed/demo';
import { connectTo, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { signature } from '../support/emulator/raw';

const InstanceId = demo.INSTANCE_ID;

let emulator: TestEmulator;

beforeEach(async () => {
  emulator = await startTestEmulator();
});

afterEach(() => emulator.close());

/** A request with exactly these headers, as `fetch` does not send them. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = emulator.running;
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const fault = JSON.stringify({ operation: '*', status: 500 });
const json = { 'content-type': 'application/json' };

describe('a web page in a browser on this machine', () => {
  test.each([
    [
      'another site posts a fault',
      'POST',
      '/_emulator/faults',
      { ...json, origin: 'https://example.com', 'sec-fetch-site': 'cross-site' },
      fault,
    ],
    ['a form without an origin posts a fault', 'POST', '/_emulator/faults', { ...json, origin: 'null' }, fault],
    ['an image asks for the state', 'GET', '/_emulator/state', { 'sec-fetch-site': 'cross-site' }, ''],
    ['another server of this machine asks for the state', 'GET', '/_emulator/state', { 'sec-fetch-site': 'same-site' }, ''],
    [
      'a page asks under a name of its own',
      'GET',
      '/_emulator/state',
      { host: 'evil.example.com:4599', 'sec-fetch-site': 'same-origin' },
      '',
    ],
    ['an old browser asks under a name of its own', 'GET', '/_emulator/state', { host: 'localhost.example.com' }, ''],
    [
      'a page asks whether it may send more than a form',
      'OPTIONS',
      `/users/${InstanceId}`,
      { origin: 'https://example.com', 'access-control-request-method': 'PUT' },
      '',
    ],
    [
      'a page signs a call under a name of its own',
      'GET',
      `/users-summary/${InstanceId}`,
      { ...signature(), host: 'evil.example.com:4599' },
      '',
    ],
  ])('is refused: %s', async (_, method, path, headers, body) => {
    const { status, text } = await send(method, path, headers, body);
    expect(status).toBe(403);
    expect(text).not.toContain(InstanceId);
    expect(await emulator.control.calls()).toEqual([]);
    const client = connectTo(emulator.url);
    await client.listUsers({ InstanceId });
    client.destroy();
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('cannot post a fault as %s, which needs no leave', async (type) => {
    expect(await send('POST', '/_emulator/faults', type === '' ? {} : { 'content-type': type }, fault)).toMatchObject({ status: 415 });
  });
});

describe('a person or a program on this machine', () => {
  test.each(['localhost', 'LocalHost:4599', '[::1]:4599', '127.0.0.1'])('asks by the name %s', async (host) => {
    expect((await send('GET', '/_emulator/settings', { host })).status).toBe(200);
  });

  test('opens the state in a browser, and sends JSON of any charset', async () => {
    expect((await send('GET', '/_emulator/state', { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await send('PUT', '/_emulator/settings', { 'content-type': 'application/json; charset=utf-8' }, '{"rate":3}')).status).toBe(
      200,
    );
  });

  test('is told that a body is too large, whoever it is for', async () => {
    const large = JSON.stringify({ prefix: 'x'.repeat(1024 * 1024) });
    expect(await send('POST', '/_emulator/users', json, large)).toMatchObject({ status: 413 });
    expect(await send('POST', '/search-users', { ...json, ...signature() }, large)).toMatchObject({ status: 413 });
    expect((await send('GET', '/_emulator/settings', {})).status).toBe(200);
  });
});
