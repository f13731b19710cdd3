import type { AssumeRole, Connection, Rate } from '../../connect/connection';
import type { Settings } from '../contract/settings';
import { parseDuration } from '../values/durations';
import type { ProviderConfiguration } from './schema';

const CONSISTENCY_WINDOW_MS = 60_000;

/** The connection that a wholly known configuration describes. */
export function connectionOf(config: ProviderConfiguration): Connection {
  return {
    ...given('region', config.region),
    ...given('profile', config.profile),
    ...given('accessKey', config.access_key),
    ...given('secretKey', config.secret_key),
    ...given('token', config.token),
    ...given('endpoint', config.endpoint),
    ...given('maxRetries', config.max_retries),
    ...given('assumeRole', assumeRole(config)),
    refreshMode: config.refresh_mode === 'exact' ? 'exact' : 'bulk',
    rate: rateOf(config),
    operationRates: Object.fromEntries(config.rate_limit.map((limit) => [limit.operation, rateOf(limit)])),
  };
}

function assumeRole({ assume_role: [role] }: ProviderConfiguration): AssumeRole | undefined {
  if (!role) return undefined;
  const durationMs = parseDuration(role.duration ?? '');
  return {
    roleArn: role.role_arn,
    ...given('sessionName', role.session_name),
    ...given('externalId', role.external_id),
    ...given('durationSeconds', durationMs === undefined ? undefined : Math.round(durationMs / 1000)),
  };
}

/** Only what is declared. */
const rateOf = (declared: Pick<ProviderConfiguration, 'requests_per_second' | 'burst'>): Partial<Rate> => ({
  ...given('requestsPerSecond', declared.requests_per_second),
  ...given('burst', declared.burst),
});

/** What the configuration says about resources. */
export function settingsOf(config: ProviderConfiguration): Settings {
  const [ignored] = config.ignore_tags;
  return {
    defaultTags: config.default_tags[0]?.tags ?? {},
    ignoreTags: { keys: ignored?.keys ?? [], keyPrefixes: ignored?.key_prefixes ?? [] },
    adoptExisting: config.adopt_existing === 'never' ? 'never' : 'identical',
    planChecks: config.plan_checks ?? true,
    ...given('maxUserDeletions', config.max_user_deletions),
    ...given('maxMembershipRemovals', config.max_membership_removals),
    ...given('unprotected', config.lift_deletion_protection),
    consistencyWindowMs: parseDuration(config.consistency_window ?? '') ?? CONSISTENCY_WINDOW_MS,
  };
}

const given = <K extends string, V>(name: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value === null || value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };
