import type { AssumeRole, Connection, Rate } from '../../connect/connection';
import type { Settings } from '../contract/settings';
import { parseDuration } from '../values/durations';
import { present } from '../values/present';
import type { ProviderConfiguration } from './schema';

const CONSISTENCY_WINDOW_MS = 60_000;

/** The connection that a wholly known configuration describes. */
export const connectionOf = (config: ProviderConfiguration): Connection => ({
  ...present({
    region: config.region,
    profile: config.profile,
    accessKey: config.access_key,
    secretKey: config.secret_key,
    token: config.token,
    endpoint: config.endpoint,
    maxRetries: config.max_retries,
    assumeRole: assumeRole(config),
  }),
  refreshMode: config.refresh_mode === 'exact' ? 'exact' : 'bulk',
  rate: rateOf(config),
  operationRates: Object.fromEntries(config.rate_limit.map((limit) => [limit.operation, rateOf(limit)])),
});

function assumeRole({ assume_role: [role] }: ProviderConfiguration): AssumeRole | undefined {
  if (!role) return undefined;
  const ms = parseDuration(role.duration ?? '');
  const durationSeconds = ms === undefined ? undefined : Math.round(ms / 1000);
  return { roleArn: role.role_arn, ...present({ sessionName: role.session_name, externalId: role.external_id, durationSeconds }) };
}

/** Only what is declared. */
const rateOf = (declared: Pick<ProviderConfiguration, 'requests_per_second' | 'burst'>): Partial<Rate> =>
  present({ requestsPerSecond: declared.requests_per_second, burst: declared.burst });

/** What the configuration says about resources. */
export function settingsOf(config: ProviderConfiguration): Settings {
  const [ignored] = config.ignore_tags;
  return {
    defaultTags: config.default_tags[0]?.tags ?? {},
    ignoreTags: { keys: ignored?.keys ?? [], keyPrefixes: ignored?.key_prefixes ?? [] },
    adoptExisting: config.adopt_existing === 'never' ? 'never' : 'identical',
    planChecks: config.plan_checks ?? true,
    ...present({
      maxUserDeletions: config.max_user_deletions,
      maxMembershipRemovals: config.max_membership_removals,
      unprotected: config.lift_deletion_protection,
    }),
    consistencyWindowMs: parseDuration(config.consistency_window ?? '') ?? CONSISTENCY_WINDOW_MS,
  };
}
