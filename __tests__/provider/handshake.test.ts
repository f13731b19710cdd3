import { createIdentity } from '../../provider/plugin/certificate';
import { handshakeLine, readHandshake, reattachJson } from '../../provider/plugin/handshake';

const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };
const NAME = 'example.test/acme/toy';

describe('the handshake with Terraform', () => {
  test('takes the client certificate that Terraform gives', () => {
    const { certificatePem, certificate } = createIdentity();
    const environment = { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5,6', PLUGIN_CLIENT_CERT: certificatePem };
    expect(readHandshake(environment, NAME)).toEqual({ ok: true, clientCertificate: certificate });
  });

  test('goes without TLS where Terraform was told to', () => {
    expect(readHandshake({ ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '6' }, NAME)).toEqual({ ok: true });
  });

  test.each([
    ['a start by hand', {}, 'It is not a command'],
    ['a Terraform without protocol 6', { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5' }, 'plugin protocol 6'],
    ['a certificate that is none', { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '6', PLUGIN_CLIENT_CERT: 'x' }, 'PLUGIN_CLIENT_CERT'],
  ])('refuses %s', (_name, environment, problem) => {
    expect(readHandshake(environment, NAME)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  test('is one line, with the certificate in base64 without padding', () => {
    expect(handshakeLine({ network: 'unix', address: '/tmp/x/s' }, Buffer.from('a'))).toBe('1|6|unix|/tmp/x/s|grpc|YQ\n');
    expect(handshakeLine({ network: 'tcp', address: '127.0.0.1:1' })).toBe('1|6|tcp|127.0.0.1:1|grpc|\n');
  });

  test('tells Terraform how to reattach to a provider that is being debugged', () => {
    expect(JSON.parse(reattachJson(NAME, { network: 'unix', address: '/tmp/x/s' }, 7))).toEqual({
      [NAME]: { Protocol: 'grpc', ProtocolVersion: 6, Pid: 7, Test: true, Addr: { Network: 'unix', String: '/tmp/x/s' } },
    });
  });
});
