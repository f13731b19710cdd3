import { ConnectClient } from '@aws-sdk/client-connect';
import { notARegion } from './calls/own-failures';
import { type Connection, REGION_NAME } from './connection';
import { failed, type Outcome, succeeded } from './failure';

export const isRegion = (region: string): boolean => REGION_NAME.test(region);

/** The Region of the configuration, of the environment, or of the profile; in this order. */
export async function resolveRegion(connection: Pick<Connection, 'region' | 'profile'>): Promise<Outcome<string>> {
  const operation = 'ResolveRegion';
  for (const [source, find] of SOURCES) {
    const region = await find(connection);
    if (!region) continue;
    if (isRegion(region)) return succeeded(region);
    const failure = notARegion({ operation, region });
    return failed(source === undefined ? failure : { ...failure, message: `${failure.message} It comes from ${source}.` });
  }
  const message = 'No AWS Region is set: not here, not in AWS_REGION, and not in the AWS profile.';
  return failed({ kind: 'invalid', operation, region: '', code: 'MissingRegion', message });
}

type Find = (connection: Pick<Connection, 'region' | 'profile'>) => string | undefined | Promise<string | undefined>;

/** What a configuration says by itself has no name here: whoever wrote it knows. */
const SOURCES: readonly (readonly [source: string | undefined, find: Find])[] = [
  [undefined, ({ region }) => region],
  ['AWS_REGION', () => process.env['AWS_REGION']],
  ['AWS_DEFAULT_REGION', () => process.env['AWS_DEFAULT_REGION']],
  ['the AWS profile', ({ profile }) => ofProfile(profile)],
];

async function ofProfile(profile: string | undefined): Promise<string | undefined> {
  const client = new ConnectClient({ profile });
  try {
    return await client.config.region();
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
