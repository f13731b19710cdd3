/**
 * How a plugin and Terraform agree before the first call: environment in, one line on stdout out.
 * Pure: reads the environment that it is given, prints nothing.
 */
import { X509Certificate } from 'node:crypto';

export const PROTOCOL_VERSION = 6;

const COOKIE = 'TF_PLUGIN_MAGIC_COOKIE';
const COOKIE_VALUE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

export type Handshake =
  | { readonly ok: true; /** DER; absent where Terraform was told to do without TLS. */ readonly clientCertificate?: Buffer }
  | { readonly ok: false; readonly problem: string };

export function readHandshake(environment: NodeJS.ProcessEnv, name: string): Handshake {
  if (environment[COOKIE] !== COOKIE_VALUE) return { ok: false, problem: startedByHand(name) };
  const offered = (environment['PLUGIN_PROTOCOL_VERSIONS'] ?? '').split(',').map(Number);
  if (!offered.includes(PROTOCOL_VERSION)) {
    return { ok: false, problem: `${name} speaks Terraform's plugin protocol ${PROTOCOL_VERSION}, which needs Terraform 1.0 or later.` };
  }
  const pem = environment['PLUGIN_CLIENT_CERT'];
  if (!pem) return { ok: true };
  try {
    return { ok: true, clientCertificate: new X509Certificate(pem).raw };
  } catch {
    return { ok: false, problem: 'The client certificate in PLUGIN_CLIENT_CERT is not readable.' };
  }
}

const startedByHand = (name: string): string =>
  `This is the Terraform provider ${name}. It is not a command: Terraform starts it by itself\n` +
  'when a configuration uses it. To debug it, start it with -debug and follow what it prints.';

export interface Address {
  readonly network: 'unix' | 'tcp';
  /** A path, or `host:port`. */
  readonly address: string;
}

/** The one line that Terraform waits for. */
export function handshakeLine({ network, address }: Address, certificate?: Buffer): string {
  const encoded = certificate?.toString('base64').replace(/=+$/, '') ?? '';
  return `1|${PROTOCOL_VERSION}|${network}|${address}|grpc|${encoded}\n`;
}

/** The value of TF_REATTACH_PROVIDERS that makes Terraform use the process that already runs. */
export const reattachJson = (name: string, { network, address }: Address, pid: number): string =>
  JSON.stringify({
    [name]: {
      Protocol: 'grpc',
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: pid,
      Test: true,
      Addr: { Network: network, String: address },
    },
  });
