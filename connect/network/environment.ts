import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Connection } from '../connection';
import { settingsOf } from '../credentials/profile';
import { failed, type Outcome, succeeded } from '../failure';

/** The part of the environment that says how to get out of a network. */
export interface NetworkEnvironment {
  /** By the protocol of the request, `https:`. */
  readonly proxies: ReadonlyMap<string, URL>;
  /** `NO_PROXY`, its elements. */
  readonly direct: readonly string[];
  /** The certificates of AWS_CA_BUNDLE or of the profile, which take the place of those that Node trusts. */
  readonly trusted?: { readonly certificates: string[]; readonly context: SecureContext };
}

const either = (name: string): readonly string[] => [name.toLowerCase(), name];

/** The first variable of these that is set. */
function variable(...names: readonly string[]): { readonly name: string; readonly value: string } | undefined {
  for (const name of names) {
    const value = process.env[name]?.trim();
    if (value) return { name, value };
  }
  return undefined;
}

/**
 * HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY (in lower case too) and AWS_CA_BUNDLE, or `ca_bundle` of the profile, as for the AWS CLI.
 * Fails as `invalid` on what cannot be used.
 */
export async function networkEnvironment(
  { profile = process.env['AWS_PROFILE'] }: Pick<Connection, 'profile'>,
  region: string,
): Promise<Outcome<NetworkEnvironment>> {
  const invalid = (code: string, message: string) => failed({ kind: 'invalid', operation: 'ReadEnvironment', region, code, message });
  const proxies = new Map<string, URL>();
  for (const [protocol, name] of [
    ['https:', 'HTTPS_PROXY'],
    ['http:', 'HTTP_PROXY'],
  ] as const) {
    const declared = variable(...either(name), ...either('ALL_PROXY'));
    if (!declared) continue;
    const proxy = proxyOf(declared.value);
    if (!proxy) return invalid('InvalidProxy', notAProxy(declared.name));
    proxies.set(protocol, proxy);
  }
  const direct = (variable(...either('NO_PROXY'))?.value ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const ofEnvironment = process.env['AWS_CA_BUNDLE'];
  const bundle = ofEnvironment || (await settingsOf(profile))?.['ca_bundle'];
  if (!bundle) return succeeded({ proxies, direct });
  try {
    const certificates = certificatesIn(readFileSync(bundle, 'utf8'));
    return succeeded({ proxies, direct, trusted: { certificates, context: createSecureContext({ ca: certificates }) } });
  } catch (error) {
    const where = ofEnvironment ? 'The environment variable AWS_CA_BUNDLE' : `ca_bundle of the AWS profile "${profile || 'default'}"`;
    return invalid('InvalidCertificates', notABundle(where, bundle, error));
  }
}

/** Without a protocol it is `http:`, as for Terraform itself. */
function proxyOf(value: string): URL | undefined {
  try {
    const url = new URL(value.includes('://') ? value : `http://${value}`);
    decodeURIComponent(`${url.username}${url.password}`);
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** @throws when one of them cannot be read. */
function certificatesIn(text: string): string[] {
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g);
  if (!certificates) throw new Error('it holds no certificate (a text that begins with "-----BEGIN CERTIFICATE-----")');
  certificates.forEach((certificate) => new X509Certificate(certificate));
  return certificates;
}

/** Does not repeat the value: it may hold a password. */
const notAProxy = (name: string): string =>
  `The environment variable ${name} is not the URL of a proxy such as "http://proxy.example:8080". Only proxies that begin with "http://" or "https://" are supported; special characters in the user or password are percent-encoded.`;

const notABundle = (where: string, path: string, error: unknown): string =>
  `${where} names ${path}, but no certificates can be read from it: ${error instanceof Error ? error.message : String(error)}`;
