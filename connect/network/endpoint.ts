import { ConnectClient } from '@aws-sdk/client-connect';
import { type Connection, isInsecure } from '../connection';
import { settingsOf } from '../credentials/profile';
import type { Failure } from '../failure';

/** By their variables: what the SDK calls them, and profiles. */
const SWITCHES = {
  AWS_USE_FIPS_ENDPOINT: { config: 'useFipsEndpoint', setting: 'use_fips_endpoint' },
  AWS_USE_DUALSTACK_ENDPOINT: { config: 'useDualstackEndpoint', setting: 'use_dualstack_endpoint' },
} as const;

const OF_CONNECT =
  'The endpoint of the AWS environment (AWS_ENDPOINT_URL_CONNECT, AWS_ENDPOINT_URL or endpoint_url of the profile in AWS_PROFILE)';
const OF_STS = 'The endpoint of AWS STS in the environment (AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL)';

type Problem = Pick<Failure, 'code' | 'message'>;

/**
 * What is wrong with where the environment and the profile send calls. The SDK would take a switch that it cannot read for "false", and
 * would find out about the rest at each call.
 */
export async function endpointProblem(connection: Pick<Connection, 'endpoint' | 'profile'>, region: string): Promise<Failure | undefined> {
  const problem = (await unreadableSwitch(connection)) ?? (await problemOf(connection, region));
  return problem && { kind: 'invalid', operation: 'ReadEnvironment', region, ...problem };
}

async function unreadableSwitch({ profile = process.env['AWS_PROFILE'] }: Pick<Connection, 'profile'>): Promise<Problem | undefined> {
  const settings = await settingsOf(profile);
  for (const [variable, { setting }] of Object.entries(SWITCHES)) {
    const ofEnvironment = process.env[variable];
    const value = ofEnvironment || settings?.[setting];
    if (!value || value === 'true' || value === 'false') continue;
    const where = ofEnvironment ? `The environment variable ${variable}` : `${setting} of the AWS profile "${profile || 'default'}"`;
    return { code: 'InvalidEnvironment', message: `${where} is "${value}". Write "true" or "false".` };
  }
  return undefined;
}

async function problemOf({ endpoint, profile }: Pick<Connection, 'endpoint' | 'profile'>, region: string): Promise<Problem | undefined> {
  const client = new ConnectClient({ region, ...(profile && { profile }) });
  try {
    const { config } = client;
    const ofEnvironment = endpoint ? undefined : await config.serviceConfiguredEndpoint?.();
    // Where the configuration has such an endpoint, insecure_endpoint has allowed it.
    const plainAllowed = endpoint !== undefined && isInsecure(endpoint);
    const wrong = plainAllowed ? undefined : (notToUse(OF_CONNECT, ofEnvironment) ?? notToUse(OF_STS, ofSts(endpoint)));
    if (wrong || !(endpoint || ofEnvironment)) return wrong;
    for (const [name, { config: known }] of Object.entries(SWITCHES)) if (await config[known]()) return twoEndpoints(name);
    return undefined;
  } finally {
    client.destroy();
  }
}

/** Unless the environment says to ignore it, as the SDK does then. */
function ofSts(declared: string | undefined): string | undefined {
  const { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ignored, AWS_ENDPOINT_URL_STS: own, AWS_ENDPOINT_URL: all } = process.env;
  return ignored === 'true' ? undefined : own || (declared ? undefined : all);
}

function notToUse(where: string, url: string | undefined): Problem | undefined {
  if (!url) return undefined;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return { code: 'InvalidEndpoint', message: `${where} is not a URL that begins with "http://" or "https://"${shown(url)}.` };
  }
  if (!isInsecure(url)) return undefined;
  return {
    code: 'PlainHttp',
    message: `${where} is plain http to ${new URL(url).hostname}, another computer: anyone on the network path could read passwords and secret keys. Use "https://", or a host that is this computer; for an emulator in a network of its own, declare "endpoint" with insecure_endpoint = true.`,
  };
}

/** Nothing of what may hold a password. */
const shown = (url: string): string => (url.includes('@') ? '' : `: "${url}"`);

const twoEndpoints = (name: string): Problem => ({
  code: 'TwoEndpoints',
  message: `${name} (or its setting in the profile) asks for an endpoint of AWS, and another endpoint is configured: only one of the two can be. Remove the endpoint, or set ${name}=false for this command.`,
});
