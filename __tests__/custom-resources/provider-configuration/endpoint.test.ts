import { isInsecure, isLoopback } from '../../../connect/connection';
import { goesDirect } from '../../../connect/network/bypass';
import { UNKNOWN, type PlannedState } from '../../../custom-resources/contract/value';
import { validate } from '../../../custom-resources/provider-configuration/validate';
import { endpointUrl } from '../../../custom-resources/values/checks';
import { type ProviderConfiguration, schema } from '../../../custom-resources/provider-configuration/schema';

const NOTHING = Object.fromEntries([
  ...Object.keys(schema.attributes).map((name) => [name, null]),
  ...Object.keys(schema.blocks).map((name) => [name, []]),
]) as unknown as ProviderConfiguration;

const told = (config: Partial<PlannedState<ProviderConfiguration>>): readonly string[] =>
  validate({ ...NOTHING, ...config }).map(({ severity, path, summary }) => `${severity} ${path?.join('.')}: ${summary}`);

describe('the endpoint', () => {
  it.each([
    'http://localhost:4510',
    'http://127.0.0.1:4510/',
    'http://[::1]:4510',
    'http://emulator.localhost',
    'https://connect.example',
    'https://connect.example:8443/path',
  ])('may be %s', (endpoint) => {
    expect(endpointUrl(endpoint)).toBeUndefined();
    expect(told({ endpoint })).toEqual([]);
  });

  it.each([
    ['localhost', /must be a URL/],
    ['ftp://connect.example', /must be a URL/],
    ['http:connect.example', /must be a URL/],
    ['http://connect.example:99999', /a port from 1 to 65535/],
    ['http://connect.example:0', /must not name port 0/],
    ['http://[::1', /must be a URL/],
    ['http://', /must be a URL/],
    ['https://connect.example?a=b', /must not have a query/],
    ['https://connect.example#a', /must not have a query \("\?"\) or a fragment/],
  ])('must not be %s', (endpoint, refusal) => {
    expect(endpointUrl(endpoint)).toMatch(refusal);
  });

  it('must not hold a user or password, which are not repeated', () => {
    expect(endpointUrl('https://jane:secret@connect.example')).toMatch(/^must not hold a user or password(?!.*secret)/);
  });

  it.each(['http://connect.example', 'http://10.0.0.7:4510', 'HTTP://Connect.Example', 'http://127.0.0.1.example'])(
    'must not be plain http to another computer, as in %s, unless that is said',
    (endpoint) => {
      expect(told({ endpoint })).toEqual(['error endpoint: An endpoint without TLS']);
      expect(told({ endpoint, insecure_endpoint: false })).toHaveLength(1);
      expect(told({ endpoint, insecure_endpoint: true })).toEqual([]);
      expect(told({ endpoint, insecure_endpoint: UNKNOWN })).toEqual([]);
      expect(told({ endpoint, access_key: UNKNOWN })).toHaveLength(1);
    },
  );
});

it.each(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]', '128.0.0.1', 'localhost.example', '[::2]', 'example'])(
  '%s is this computer, or not, for the check as for the way to Amazon Connect',
  (host) => {
    expect(isInsecure(`http://${host}`)).toBe(!goesDirect(host, 80, []));
  },
);

it.each([
  ['::1', true],
  ['::2', false],
])('%s without brackets is this computer: %s', (host, isThis) => {
  expect(isLoopback(host)).toBe(isThis);
});
