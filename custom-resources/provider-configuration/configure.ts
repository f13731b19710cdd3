import type { AssumeRole, Connection, Rate } from '../../connect/connection';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { Settings } from '../contract/settings';
import { isUnknown, type PlannedState } from '../contract/value';
import { parseDuration } from '../values/durations';
import { isInsecure } from './endpoint';
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
    consistencyWindowMs: parseDuration(config.consistency_window ?? '') ?? CONSISTENCY_WINDOW_MS,
  };
}

/** What is wrong with a configuration beyond single attributes; unknown parts are left for later. */
export function validateConfiguration(config: PlannedState<ProviderConfiguration>): readonly Diagnostic[] {
  const { access_key: accessKey, secret_key: secretKey, token, rate_limit: limits } = config;
  const problems: Diagnostic[] = [...insecure(config)];
  if ([accessKey, secretKey, token].some(isUnknown)) return isUnknown(limits) ? problems : [...problems, ...twice(limits)];
  if ((accessKey === null) !== (secretKey === null)) {
    const missing = accessKey === null ? 'access_key' : 'secret_key';
    problems.push(
      errorAt(
        [missing],
        'Half an access key',
        `"access_key" and "secret_key" belong together; "${missing}" is missing. Declare both, or neither to use the default credential chain.`,
      ),
    );
  } else if (token !== null && accessKey === null) {
    problems.push(
      errorAt(
        ['token'],
        'A session token without its key',
        '"token" goes with "access_key" and "secret_key". Declare them too, or remove the token.',
      ),
    );
  }
  if (!isUnknown(limits)) problems.push(...twice(limits));
  return problems;
}

function insecure({ endpoint, insecure_endpoint: allowed }: PlannedState<ProviderConfiguration>): readonly Diagnostic[] {
  if (typeof endpoint !== 'string' || isUnknown(allowed) || allowed === true || !isInsecure(endpoint)) return [];
  return [
    errorAt(
      ['endpoint'],
      'An endpoint without TLS',
      `"endpoint" is plain http to ${new URL(endpoint).host}, another computer: passwords and secret keys would travel for everyone on the way to read. Use "https://", or a host that is this computer; set insecure_endpoint = true for an emulator in a network of its own.`,
    ),
  ];
}

function twice(limits: readonly unknown[]): readonly Diagnostic[] {
  const names = limits.flatMap((limit) =>
    typeof limit === 'object' && limit !== null && 'operation' in limit && typeof limit.operation === 'string' ? [limit.operation] : [],
  );
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))].map((name) =>
    errorAt(['rate_limit'], `Two rates for ${name}`, `Each operation can have one "rate_limit" block; ${name} has more. Keep one of them.`),
  );
}

const given = <K extends string, V>(name: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value === null || value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };
