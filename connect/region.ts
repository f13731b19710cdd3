import { ConnectClient } from '@aws-sdk/client-connect';
import { notARegion } from './calls/own-failures';
import { type Connection, REGION_NAME } from './connection';
import { failed, type Outcome, succeeded } from './failure';

export const isRegion = (region: string): boolean => REGION_NAME.test(region);

/** The Region of the configuration, of the environment, or of the profile; in this order. */
export async function resolveRegion(connection: Pick<Connection, 'region' | 'profile'>): Promise<Outcome<string>> {
  const named = connection.region || process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'];
  const region = named || (await ofProfile(connection.profile));
  const operation = 'ResolveRegion';
  if (region) return isRegion(region) ? succeeded(region) : failed(notARegion({ operation, region }));
  const message = 'No AWS Region is set: not here, not in AWS_REGION, and not in the AWS profile.';
  return failed({ kind: 'invalid', operation, region: '', code: 'MissingRegion', message });
}

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
